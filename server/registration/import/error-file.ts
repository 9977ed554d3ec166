import 'server-only'
import { createTranslator } from 'use-intl/core'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import type { PlannedLine } from '@/domain/registration/import/plan'
import { OWN_COLUMN } from '@/domain/registration/import/table'
import { readMessages } from '@/messages/read'
import { separated } from '../../csv'
import { LOCALE } from '../../messages'
import { isSignedIn } from '../../session'
import { checkImport } from './check-import'
import { findDraft } from './draft'

const say = createTranslator({ locale: LOCALE, messages: readMessages(LOCALE), namespace: 'import' })

/**
 * The lines of a draft's list that have something to correct, as they came: the same headings, order and separator, and
 * a last column that says what is wrong, which is left out when the file is chosen again. Refused `not-found`, also
 * where nothing is to be corrected.
 */
export async function errorFile(
  actor: Actor,
  { event, draft: id, list: index }: { event: string; draft: string; list: number },
): Promise<{ name: string; text: string } | Refusal> {
  const draft = isSignedIn(actor) ? await findDraft(actor, event, id) : null
  if (!draft) return refuse('not-found')
  const checked = await checkImport(actor, { event, lists: draft.lists })
  if (isRefusal(checked)) return checked
  const list = checked.lists[index]
  const planned = checked.plan.lists.find(({ name }) => name === list?.name)
  if (!list?.table || !planned) return refuse('not-found')
  const wrong = new Map(planned.lines.flatMap((line) => messagesOf(line)))
  if (wrong.size === 0) return refuse('not-found')
  const { headings, rows, reading } = list.table
  const separator = reading.separator ?? ','
  const lines = rows.flatMap(({ line, cells }) => {
    const message = wrong.get(line)
    const own = headings.map((_, at) => cells[at] ?? '')
    return message ? [[...own, message, ...cells.slice(headings.length)]] : []
  })
  const text = separated([[...headings, `${say('what-is-wrong')} ${OWN_COLUMN}`], ...lines], separator)
  return { name: nameOf(list.name, separator), text }
}

function messagesOf(line: PlannedLine): [number, string][] {
  if (line.outcome !== 'error') return []
  const sentences = line.problems.map(({ field, code, values }) => say(`lines.${code}`, { field, ...values }))
  return [[line.line, sentences.join(' ')]]
}

const nameOf = (name: string, separator: string) =>
  `${name.replace(/\.[\p{L}\p{N}]{1,5}$/u, '')} ${say('to-correct')}.${separator === '\t' ? 'tsv' : 'csv'}`
