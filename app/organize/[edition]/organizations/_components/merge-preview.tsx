import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { planMerge } from '@/server/organizations/plan-merge'
import { sentenceOf } from '@/server/refusals'
import { currentActor } from '@/server/session'
import { FieldForm } from '../../[event]/_components/field-form'
import { merge } from '../actions'

/** What would move, before anything does, and the one button that does it. */
export async function MergePreview({
  edition,
  merged,
  into,
}: {
  edition: { readonly id: string; readonly slug: string }
  merged: string
  into: string
}) {
  const t = await getTranslations('organizations')
  const plan = await planMerge(await currentActor(), { edition: edition.id, merged, into })
  if (isRefusal(plan)) return <Notice kind="danger">{sentenceOf(plan)}</Notice>
  const rows = new Map<string, number>()
  for (const { name, rows: more } of plan.moves) {
    const table = name.split('.')[0] ?? name
    rows.set(table, (rows.get(table) ?? 0) + more)
  }
  return (
    <Section title={t('preview-title', { merged: plan.merged.name, into: plan.into.name })} id="preview">
      <div className="grid gap-5 pt-3">
        {rows.size === 0 && <p className="text-muted">{t('nothing-moves')}</p>}
        <ul className="hairlines">
          {[...rows].map(([table, count]) => (
            <li key={table} className="figures py-2.5">
              {t(`moves.${table}` as 'moves.teams', { rows: count })}
            </li>
          ))}
        </ul>
        <FieldForm
          send={merge}
          hidden={{ edition: edition.id, slug: edition.slug, merged, into }}
          fields={[]}
          submit={t('merge')}
        />
        <ButtonLink
          look="quiet"
          className="-ml-3 justify-self-start"
          href={`/organize/${edition.slug}/organizations?merged=${into}&into=${merged}#preview` as Route}
        >
          {t('other-way')}
        </ButtonLink>
      </div>
    </Section>
  )
}
