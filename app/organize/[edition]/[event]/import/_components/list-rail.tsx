import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Caption } from '@/components/ui/caption'
import { Check, TriangleAlert } from '@/components/ui/icons'
import type { Outcome, PlannedList } from '@/domain/registration/import/plan'
import { removeList } from '../check-actions'
import { addressOf } from '../check-place'
import { aboutOf, type Checking } from '../checking'
import { Hidden } from './hidden'

/** Each list with how many of its people are ready, what is to fix, and a mark a line. */
export async function ListRail({ checking, className }: { checking: Checking; className: string }) {
  const t = await getTranslations('importList')
  const {
    path,
    place,
    checked: { lists, plan },
  } = checking
  const { create, update, unchanged, error } = plan.figures
  const ready = create + update + unchanged
  const unread = lists.filter(({ refusal }) => refusal).length
  const edge = 'pr-6 pl-(--edge) max-lg:pr-(--edge)'
  return (
    <aside className={className} aria-label={t('lists')}>
      <div className={edge}>
        <Caption>{t('rail', { lists: lists.length, ready, total: ready + error })}</Caption>
      </div>
      <ul className="mt-4">
        {lists.map(({ name, refusal }, at) => {
          const planned = plan.lists.find((one) => one.name === name)
          return (
            <li key={name} className={`relative ${RULE}`}>
              <Link
                href={addressOf(path, place, { list: at })}
                aria-current={at === place.list ? 'true' : undefined}
                className={`block py-3 text-text no-underline hover:bg-bg aria-[current]:bg-bg aria-[current]:shadow-[inset_4px_0_0_var(--primary)] ${edge}`}
              >
                <span className="block font-semibold text-sm [overflow-wrap:anywhere]">{name}</span>
                <span className="mt-1 flex items-baseline justify-between gap-2">
                  <ListState planned={planned} refused={refusal !== null} />
                  <span className="figures font-semibold text-sm">
                    {planned ? t('count', { count: countedOf(planned) }) : '–'}
                  </span>
                </span>
                {planned && <LineMarks planned={planned} />}
              </Link>
            </li>
          )
        })}
      </ul>
      <div className={edge}>
        <ul className="mt-4 grid gap-1 text-muted text-sm">
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
            href={`${addressOf(path, place)}&add=1#add` as Route}
            className="inline-flex min-h-12 items-center font-semibold text-primary text-sm no-underline"
          >
            {t('add-list')}
          </Link>
          <form action={removeList}>
            <Hidden values={aboutOf(checking)} />
            <button type="submit" className="min-h-12 text-danger text-sm">
              {t('remove-list')}
            </button>
          </form>
        </div>
        {unread > 0 && <p className="mt-2 text-muted text-sm">{t('unread-lists', { count: unread })}</p>}
      </div>
    </aside>
  )
}

/** A hairline that begins where the names do. */
const RULE =
  'before:absolute before:top-0 before:right-0 before:left-(--edge) before:border-line before:border-t last:after:absolute last:after:right-0 last:after:bottom-0 last:after:left-(--edge) last:after:border-line last:after:border-b'

const countedOf = ({ figures: { create, update, unchanged } }: PlannedList) => create + update + unchanged

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
    <svg viewBox="0 0 240 8" className="mt-1.5 h-2 w-full" preserveAspectRatio="none" aria-hidden="true">
      {shown.map(({ line, outcome }, at) => (
        <g key={line} className={MARK_COLOUR[MARK_OF[outcome]]}>
          <MarkShape kind={MARK_OF[outcome]} x={at * width} width={width * 0.75} />
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
