import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { waitingProposals } from '@/server/organizations/proposals'
import { FieldForm } from '../../[event]/_components/field-form'
import { decline } from '../actions'

type Proposal = Awaited<ReturnType<typeof waitingProposals>>[number]

/** What organizers proposed and nobody has answered: what a merge would move is one press away, and so is a no. */
export async function WaitingProposals({
  proposals,
  slug,
}: {
  proposals: readonly Proposal[]
  slug: string
}) {
  if (proposals.length === 0) return null
  const t = await getTranslations('organizations')
  return (
    <Section title={t('proposed')} caption={t('proposed-caption', { count: proposals.length })}>
      <ul className="hairlines">
        {proposals.map(({ id, merged, into, mergedId, intoId, reason, event, proposedAt, zone, city }) => (
          <li key={id} className="grid gap-3 py-4">
            <div className="grid gap-1 [overflow-wrap:anywhere]">
              <p className="font-semibold">{t('preview-title', { merged, into })}</p>
              {reason && <p>{reason}</p>}
              <p className="text-muted text-sm">
                {t('proposed-line', {
                  event,
                  at: `${dayIn(proposedAt, zone)}, ${clockIn(proposedAt, zone)} ${city}`,
                })}
              </p>
            </div>
            <ButtonLink
              look="secondary"
              className="justify-self-start"
              href={`/organize/${slug}/organizations?merged=${mergedId}&into=${intoId}#preview` as Route}
            >
              {t('preview')}
            </ButtonLink>
            <details>
              <summary className="link flex min-h-12 cursor-pointer items-center">{t('decline')}</summary>
              <div className="pt-2 pb-3">
                <FieldForm
                  send={decline}
                  hidden={{ proposal: id }}
                  fields={[
                    { name: 'reason', label: t('decline-reason'), hint: t('decline-hint'), kind: 'area' },
                  ]}
                  submit={t('decline')}
                  look="secondary"
                  columns=""
                />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}
