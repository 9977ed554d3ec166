import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { isRefusal } from '@/domain/refusal'
import { type Blocker, blockers } from '@/server/judging/blockers'
import { deskPage } from '../../_components/desk-page'
import { effectSentence } from '../../_components/effect-sentence'
import { FieldForm } from '../../_components/field-form'
import { OrganizerPage } from '../../_components/organizer-page'
import { absent } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk'))('blockers') }
}

/**
 * What keeps scoring open, ballot by ballot, with the effect of each choice. A page of its own: the desk renews itself
 * with every mark, and each look at an effect is a look at the ranking that is written down.
 */
export default async function BlockersPage({
  params,
}: PageProps<'/organize/[edition]/[event]/desk/blockers'>) {
  const found = await deskPage(await params, 'desk', 'see-desk')
  const { event, edition } = found
  if (found.facts.phase !== 'judging') notFound()
  const open = await blockers(found.actor, { event: event.id })
  if (isRefusal(open)) notFound()
  const t = await getTranslations('desk')
  return (
    <OrganizerPage found={found} place="desk">
      <div className="page py-6">
        <h1 className="display-2">{t('not-ready', { count: open.blockers.length })}</h1>
        <p className="mt-3 max-w-prose text-muted">{t(open.weighed ? 'blockers-what' : 'blockers-hidden')}</p>
        <ul className="mt-6 divide-y border-y">
          {open.blockers.map((blocker) => (
            <BlockerLine key={`${blocker.juror} ${blocker.entry}`} blocker={blocker} event={event.id} />
          ))}
        </ul>
        <ButtonLink
          look="secondary"
          className="mt-6"
          href={`/organize/${edition.slug}/${event.slug}/desk` as Route}
        >
          {t('back-to-desk')}
        </ButtonLink>
      </div>
    </OrganizerPage>
  )
}

async function BlockerLine({
  blocker: { juror, office, entry, team, given, effects },
  event,
}: {
  blocker: Blocker
  event: string
}) {
  const t = await getTranslations('desk')
  const sentence = await effectSentence()
  return (
    <li className="grid gap-x-10 gap-y-3 py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="min-w-0">
        <p className="font-semibold [overflow-wrap:anywhere]">{team}</p>
        <p className="text-muted text-sm">
          {office} · {t('given', { count: given })}
        </p>
        {effects && (
          <dl className="mt-2 grid grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
            <dt className="text-muted">{t('if-wait')}</dt>
            <dd>{t('at-most', { effect: sentence(effects.wait) })}</dd>
            <dt className="text-muted">{t('if-absent')}</dt>
            <dd>
              {sentence(effects.absent)}
              {effects.tooFew && `; ${t('too-few', { team })}`}
            </dd>
          </dl>
        )}
      </div>
      <details>
        <summary className="link inline-flex min-h-12 items-center text-sm">{t('record-absent')}</summary>
        <div className="py-2">
          <FieldForm
            send={absent}
            hidden={{ event, juror, entry }}
            fields={[{ name: 'reason', label: t('reason'), hint: t('reason-hint') }]}
            submit={t('record-absent')}
            look="secondary"
            columns=""
          />
        </div>
      </details>
    </li>
  )
}
