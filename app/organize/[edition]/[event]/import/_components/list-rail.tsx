import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Caption } from '@/components/ui/caption'
import { Check, TriangleAlert } from '@/components/ui/icons'
import type { Outcome, PlannedList } from '@/domain/registration/import/plan'
import type { CheckedImport } from '@/server/registration/import/check-import'
import type { Draft } from '@/server/registration/import/draft'
import type { OrganizedEvent } from '../../organized-event'
import { removeList } from '../actions'

/** Each list with how many of its people are ready, what is to fix, and a mark a line. */
export async function ListRail({
  found,
  draft,
  checked: { lists, plan },
  index,
  about,
  className,
}: {
  found: OrganizedEvent
  draft: Draft
  checked: CheckedImport
  index: number
  about: Readonly<Record<string, string>>
  className: string
}) {
  const t = await getTranslations('importList')
  const { create, update, unchanged, error } = plan.figures
  const ready = create + update + unchanged
  const unread = lists.filter(({ refusal }) => refusal).length
  return (
    <aside className={className} aria-label={t('lists')}>
      <Caption>{t('rail', { lists: lists.length, ready, total: ready + error })}</Caption>
      <ul className="mt-3 border-t">
        {lists.map(({ name, refusal }, at) => {
          const planned = plan.lists.find((one) => one.name === name)
          const counted = planned
            ? planned.figures.create + planned.figures.update + planned.figures.unchanged
            : 0
          return (
            <li key={name} className="border-b">
              <Link
                href={`${found.base}/import?draft=${draft.id}&list=${at}` as Route}
                aria-current={at === index ? 'true' : undefined}
                className="block border-transparent border-l-4 py-3 pl-3 text-text no-underline hover:bg-sunken aria-[current]:border-primary aria-[current]:bg-primary-soft"
              >
                <span className="flex items-baseline justify-between gap-2">
                  <span className="min-w-0 font-semibold text-sm [overflow-wrap:anywhere]">{name}</span>
                  <span className="figures pr-2 font-semibold text-sm">{counted}</span>
                </span>
                <ListState planned={planned} refused={refusal !== null} />
                {planned && <LineMarks planned={planned} />}
              </Link>
            </li>
          )
        })}
      </ul>
      <ul className="mt-3 grid gap-1 text-muted text-sm">
        {(['new', 'known', 'fix'] as const).map((kind) => (
          <li key={kind} className="flex items-center gap-2">
            <svg viewBox="0 0 12 8" className={`h-2 w-3 ${MARK_COLOUR[kind]}`} aria-hidden="true">
              <MarkShape kind={kind} x={0} width={12} />
            </svg>
            {t(`legend-${kind}`)}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-x-5">
        <Link
          href={`${found.base}/import?draft=${draft.id}&list=${index}&add=1#add` as Route}
          className="inline-flex min-h-12 items-center font-semibold text-primary text-sm no-underline"
        >
          {t('add-list')}
        </Link>
        <form action={removeList}>
          {Object.entries(about).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" className="min-h-12 text-danger text-sm">
            {t('remove-list')}
          </button>
        </form>
      </div>
      {unread > 0 && <p className="mt-2 text-muted text-sm">{t('unread-lists', { count: unread })}</p>}
    </aside>
  )
}

async function ListState({ planned, refused }: { planned?: PlannedList; refused: boolean }) {
  const t = await getTranslations('importList')
  const { error = 0, duplicate = 0, elsewhere = 0 } = planned?.figures ?? {}
  if (refused || error > 0)
    return (
      <span className="flex items-center gap-2 text-danger text-sm">
        <TriangleAlert className="size-3.5" aria-hidden="true" />
        {refused ? t('state-unread') : t('state-fix', { count: error })}
      </span>
    )
  if (duplicate + elsewhere > 0)
    return (
      <span className="flex items-center gap-2 text-muted text-sm">
        <span className="size-1.5 rounded-full bg-muted" aria-hidden="true" />
        {elsewhere > 0
          ? t('state-elsewhere', { count: elsewhere })
          : t('state-repeated', { count: duplicate })}
      </span>
    )
  return (
    <span className="flex items-center gap-2 text-muted text-sm">
      <Check className="size-3.5 text-success" aria-hidden="true" />
      {t('state-clean')}
    </span>
  )
}

type Mark = 'new' | 'known' | 'fix'
const MARK_OF: Record<Outcome, Mark> = {
  create: 'new',
  update: 'new',
  unchanged: 'known',
  duplicate: 'known',
  elsewhere: 'known',
  'left-out': 'known',
  error: 'fix',
}
const MARK_COLOUR: Record<Mark, string> = { new: 'text-primary', known: 'text-muted', fix: 'text-danger' }

/** One mark a line, in the list's order; told in words above it. */
function LineMarks({ planned: { lines } }: { planned: PlannedList }) {
  const shown = lines.slice(0, 120)
  const width = 240 / Math.max(shown.length, 12)
  return (
    <svg viewBox="0 0 240 8" className="mt-1.5 h-2 w-full pr-2" preserveAspectRatio="none" aria-hidden="true">
      {shown.map(({ line, outcome }, at) => (
        <g key={line} className={MARK_COLOUR[MARK_OF[outcome]]}>
          <MarkShape kind={MARK_OF[outcome]} x={at * width} width={width - 2} />
        </g>
      ))}
    </svg>
  )
}

function MarkShape({ kind, x, width }: { kind: Mark; x: number; width: number }) {
  if (kind === 'fix') return <rect x={x} y="0" width={width} height="8" fill="currentColor" />
  if (kind === 'new') return <rect x={x} y="2" width={width} height="4" fill="currentColor" />
  return (
    <rect x={x + 0.5} y="2.5" width={Math.max(width - 1, 1)} height="3" fill="none" stroke="currentColor" />
  )
}
