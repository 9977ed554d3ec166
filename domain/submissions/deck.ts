import { type Refusal, refuse } from '@/domain/refusal'

const MEGABYTE = 1024 * 1024

/** How large an uploaded deck may be, and how it travels: in parts small enough to be sent again. */
export const DECK = { megabytes: 25, bytes: 25 * MEGABYTE, pages: 60, partBytes: MEGABYTE / 2 } as const

/** How long an upload begun before the deadline may still arrive after it. */
export const ARRIVAL_MINUTES = 30

/** What programs save decks as, by the ending: known before a byte is sent. */
const OTHER_PROGRAMS: Readonly<Record<string, string>> = {
  key: 'Keynote',
  ppt: 'PowerPoint',
  pptx: 'PowerPoint',
  pps: 'PowerPoint',
  ppsx: 'PowerPoint',
  odp: 'Impress',
}

/**
 * Why a file cannot become the deck, told by its name and size before it is sent; null when it may.
 * `deck-of-program` names the program whose file it is, `deck-no-pdf`, `deck-empty`, `deck-large`.
 */
export function deckFault({ fileName, bytes }: { fileName: string; bytes: number }): Refusal | null {
  const ending = fileName.toLowerCase().split('.').at(-1) ?? ''
  const program = OTHER_PROGRAMS[ending]
  if (program) return refuse('deck-of-program', { field: 'deck', program })
  if (ending !== 'pdf') return refuse('deck-no-pdf', { field: 'deck' })
  if (!Number.isSafeInteger(bytes) || bytes < 1) return refuse('deck-empty', { field: 'deck' })
  return bytes > DECK.bytes ? refuse('deck-large', { field: 'deck', megabytes: DECK.megabytes }) : null
}

/** Whether an upload counts although its end came after the deadline: begun before it, and not long on its way. */
export function arrivesInTime(begunAt: Date, arrivedAt: Date, deadline: Date): boolean {
  return begunAt < deadline && arrivedAt.getTime() < deadline.getTime() + ARRIVAL_MINUTES * 60_000
}

/** A file's own name as it is kept and shown: its last part, without what cannot be seen, not longer than a line. */
export function deckName(given: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const visible = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  const letters = [...visible]
  return letters.length > 120 ? `${letters.slice(0, 115).join('')}….pdf` : visible
}
