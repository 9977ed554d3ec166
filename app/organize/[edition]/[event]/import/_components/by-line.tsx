import { getTranslations } from 'next-intl/server'
import type { Checking } from '../checking'
import { AlikeTeams, questionsOf } from './alike-teams'
import { ErrorLine } from './error-line'
import { FixInPlace } from './fix-in-place'
import { hasRemarks, Remarks } from './remarks'

/** So many are asked about at once; the table has them all. */
const MOST = 50

/** What needs the organizer, by line: errors of every list with a field to correct them, then the chosen list's notes. */
export async function ByLine({ checking, className }: { checking: Checking; className: string }) {
  const t = await getTranslations('importList')
  const { plan, lists } = checking.checked
  const errors = plan.lists.flatMap(({ name, lines }) =>
    lines.flatMap((line) => (line.outcome === 'error' ? [{ name, line }] : [])),
  )
  const placeOf = (name: string) => lists.findIndex((one) => one.name === name)
  const questions = questionsOf(checking)
  const quiet = errors.length + questions.length === 0 && !hasRemarks(checking)
  return (
    <aside className={className} id="by-line" aria-label={t('by-line')}>
      <FixInPlace stamp={checking.draft.touchedAt}>
        <h2 className="border-b pb-3 font-semibold text-lg" tabIndex={-1} data-then="">
          {t('by-line')}
        </h2>
        {quiet && <p className="py-3 text-muted">{t('nothing-by-line')}</p>}
        <ul>
          {errors.slice(0, MOST).map(({ name, line }) => (
            <li key={`${name} ${line.line}`} className="border-b py-3">
              <ErrorLine checking={checking} name={name} of={placeOf(name)} line={line} />
            </li>
          ))}
          {errors.length > MOST && (
            <li className="border-b py-3 pl-7 text-muted text-sm">
              {t('more-errors', { count: errors.length - MOST })}
            </li>
          )}
          <AlikeTeams checking={checking} questions={questions.slice(0, MOST)} />
          <Remarks checking={checking} />
        </ul>
      </FixInPlace>
    </aside>
  )
}
