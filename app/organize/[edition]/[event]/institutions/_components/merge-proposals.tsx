import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { Section } from '@/components/ui/section'
import { resembling } from '@/domain/organizations/resembles'
import { isRefusal } from '@/domain/refusal'
import { proposalsAbout } from '@/server/organizations/proposals'
import { currentActor } from '@/server/session'
import { FieldForm } from '../../_components/field-form'
import { propose } from '../actions'
import type { ListedOrganization } from '../listed-organization'

/** What was proposed about an organization that may be written down twice, what became of it, and the way to propose. */
export async function MergeProposals({
  event,
  base,
  one,
  all,
}: {
  event: { readonly id: string; readonly timeZone: string; readonly city: string }
  base: string
  one: ListedOrganization
  all: readonly ListedOrganization[]
}) {
  const t = await getTranslations('organize.institutions-page')
  const proposals = await proposalsAbout(await currentActor(), { event: event.id, organization: one.id })
  if (isRefusal(proposals)) return null
  const others = all.filter(({ id }) => id !== one.id)
  const near = [one.name, ...(one.shortName ? [one.shortName] : []), ...one.aliases].flatMap((name) =>
    resembling(name, others).map(({ organization }) => organization),
  )
  const at = (instant: Date) =>
    `${dayIn(instant, event.timeZone)}, ${clockIn(instant, event.timeZone)} ${event.city}`
  return (
    <Section title={t('twice')} id="twice">
      <p className="py-3 text-muted">{t('twice-lead')}</p>
      <ul className="hairlines border-t">
        {proposals.map((proposal) => {
          const goes = proposal.mergedId === one.id
          const other = goes ? proposal.intoId : proposal.mergedId
          return (
            <li key={proposal.id} className="grid gap-1 py-3 [overflow-wrap:anywhere]">
              <Link href={`${base}/institutions/${other}` as Route} className="link justify-self-start py-2">
                {t(goes ? 'goes-into' : 'takes-in', { name: goes ? proposal.into : proposal.merged })}
              </Link>
              <span className="text-muted text-sm">
                {t('proposed-at', { at: at(proposal.proposedAt) })} · {t(`proposal.${proposal.state}`)}
              </span>
              {proposal.reason && <span>{proposal.reason}</span>}
              {proposal.answer && <span>{t('answer', { answer: proposal.answer })}</span>}
            </li>
          )
        })}
      </ul>
      <div className="border-t pt-5">
        <FieldForm
          send={propose}
          hidden={{ event: event.id, merged: one.id }}
          fields={[
            {
              ...{ name: 'into', label: t('same-as'), value: near[0]?.id ?? '' },
              options: [
                ...(near.length === 0 ? [{ value: '', label: t('choose-one') }] : []),
                ...[...new Set([...near, ...others])].map(({ id, name }) => ({ value: id, label: name })),
              ],
            },
            { name: 'reason', label: t('reason-perhaps'), kind: 'area' },
          ]}
          submit={t('propose')}
          done={t('proposed')}
          look="secondary"
          columns=""
        />
      </div>
    </Section>
  )
}
