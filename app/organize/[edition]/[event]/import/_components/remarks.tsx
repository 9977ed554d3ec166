import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import type { PlannedLine } from '@/domain/registration/import/plan'
import { correctLine } from '../check-actions'
import { aboutOf, type Checking } from '../checking'
import { Hidden } from './hidden'
import { LineLink } from './outcome-of'
import { Remark } from './remark'
import { SharedTeams, sharedTeams } from './shared-teams'

const MOST = 50
/** So many line numbers are told of each kind. */
const NUMBERS = 8

const LINES_OF_TABLE = [
  ['quoted', 'quotedLines', 'quoted-what'],
  ['merged', 'mergedLines', 'merged-what'],
  ['titles', 'titleLines', 'skipped'],
  ['blank', 'blankLines', 'skipped'],
] as const

function remarkedOf({ planned }: Checking) {
  const lines = planned?.lines ?? []
  return {
    leftOut: lines.filter(({ outcome }) => outcome === 'left-out'),
    repeated: lines.filter(({ outcome }) => outcome === 'duplicate' || outcome === 'elsewhere'),
    noted: lines.filter(({ notes }) => notes.length > 0),
  }
}

/** Whether there is anything to say about the chosen list. */
export function hasRemarks(checking: Checking): boolean {
  const { table } = checking.list
  const { leftOut, repeated, noted } = remarkedOf(checking)
  const ofTable = table !== null && LINES_OF_TABLE.some(([, lines]) => table[lines].length > 0)
  return ofTable || leftOut.length + repeated.length + noted.length + sharedTeams(checking).length > 0
}

/** What was done with lines of the chosen list without asking, and what deserves a look. */
export async function Remarks({ checking }: { checking: Checking }) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const { leftOut, repeated, noted } = remarkedOf(checking)
  const { table } = checking.list
  const about = aboutOf(checking)
  return (
    <>
      {leftOut.slice(0, MOST).map(({ line, cells }) => (
        <Remark key={`out-${line}`} title={t('left-out-line', { line })}>
          <p>{`${cells.firstName} ${cells.lastName}`.trim()}</p>
          <form id={`in-${line}`} action={correctLine} data-line={line}>
            <Hidden
              values={{ ...about, of: String(checking.place.list), line: String(line), anchor: 'by-line' }}
            />
            <Button name="do" value="take-in" look="quiet" className="-ml-3">
              {t('take-in')}
            </Button>
          </form>
        </Remark>
      ))}
      {repeated.slice(0, MOST).map((line) => (
        <Remark key={`again-${line.line}`} title={t('at-line', { line: line.line })}>
          <Again checking={checking} line={line} />
        </Remark>
      ))}
      {noted.slice(0, MOST).map(({ line, notes }) => (
        <Remark key={`note-${line}`} title={t('at-line', { line })}>
          {notes
            .map(({ code, values: { institution, ...values } }) =>
              words(`notes.${code}`, {
                ...values,
                institution: checking.names.get(String(institution)) ?? '',
              }),
            )
            .join(' ')}
        </Remark>
      ))}
      {table &&
        LINES_OF_TABLE.map(([title, kind, what]) => {
          const lines = table[kind]
          if (lines.length === 0) return null
          const told = lines.slice(0, NUMBERS).join(', ')
          return (
            <Remark key={kind} title={t(title, { count: lines.length, lines: told })}>
              {t(what)}
            </Remark>
          )
        })}
      <SharedTeams checking={checking} />
    </>
  )
}

/** Where a line's person is counted instead, with the way there. */
async function Again({ checking, line }: { checking: Checking; line: PlannedLine }) {
  const t = await getTranslations('importList')
  const to = (list: string, of: number) => (chunks: ReactNode) => (
    <LineLink checking={checking} list={list} line={of}>
      {chunks}
    </LineLink>
  )
  if (line.outcome === 'duplicate' && checking.planned)
    return t.rich('repeats', { of: line.of, there: to(checking.planned.name, line.of) })
  if (line.outcome !== 'elsewhere') return null
  const { list, line: of, institutionId } = line.at
  const institution = checking.names.get(institutionId) ?? ''
  return list === null
    ? t('elsewhere-known', { institution })
    : t.rich('elsewhere', { list, of, institution, there: to(list, of) })
}
