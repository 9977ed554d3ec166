import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import { sentenceOf } from '@/server/refusals'
import { currentActor, isSignedIn } from '@/server/session'
import { FieldsForm } from '../../../_components/fields-form'
import { leaveBoard, listMyself } from '../../../looking-actions'

/** One's own card: put up with a yes, changed, and taken down. */
export async function OwnCard({
  found: { event, facts },
  card,
}: {
  found: FoundEvent
  card: { skills: readonly string[]; languages: readonly string[]; about: string | null } | null
}) {
  const t = await getTranslations('teams.looking')
  const actor = await currentActor()
  if (!isSignedIn(actor)) return null
  const no = can(actor, 'list-on-board', { event: facts, person: actor.personId }, now())
  return (
    <Section title={t('own-card')}>
      <div className="grid gap-5 pt-4">
        {no ? (
          <Notice kind="warn">{sentenceOf(no)}</Notice>
        ) : (
          <>
            <p className="text-muted">{t('own-lead')}</p>
            <FieldsForm
              key={String(card !== null)}
              send={listMyself}
              given={{ event: event.id }}
              questions={[
                {
                  ...{ kind: 'line', name: 'skills', label: t('skills'), hint: t('skills-hint') },
                  ...{ value: card?.skills.join(', '), maxLength: 600, autoComplete: 'off' },
                },
                {
                  ...{ kind: 'line', name: 'languages', label: t('languages'), hint: t('languages-hint') },
                  ...{ value: card?.languages.join(', '), maxLength: 600, autoComplete: 'off' },
                },
                { kind: 'lines', name: 'about', label: t('about'), value: card?.about ?? '', maxLength: 600 },
                { kind: 'yes', name: 'agrees', label: t('agrees'), value: card ? 'on' : '' },
              ]}
              submit={card ? t('change') : t('put-up')}
            />
          </>
        )}
        {card && (
          <FieldsForm send={leaveBoard} given={{ event: event.id }} submit={t('take-down')} look="quiet" />
        )}
      </div>
    </Section>
  )
}
