import { foldName } from '@/domain/organizations/name'
import { type Refusal, refuse } from '@/domain/refusal'
import { cleanText, isInvisible } from '@/domain/registration/import/clean-text'

/** What somebody who looks for a team says of themselves. */
export interface BoardCard {
  readonly skills: readonly string[]
  readonly languages: readonly string[]
  readonly about: string | null
}

const MOST = 12
const LONGEST_WORD = 40
const LONGEST_ABOUT = 300

/**
 * A card as it was typed: skills and languages apart by commas, semicolons or lines, each once however it is written.
 * @returns the card, or the refusal `board-words-missing`, `board-words-many`, `board-word-long` or `message-long`
 * about the field at fault
 */
export function readBoardCard(typed: {
  skills: string
  languages: string
  about?: string
}): BoardCard | Refusal {
  const skills = wordsOf(typed.skills)
  const languages = wordsOf(typed.languages)
  for (const [field, words] of [
    ['skills', skills],
    ['languages', languages],
  ] as const) {
    if (words.length === 0) return refuse('board-words-missing', { field, of: field })
    if (words.length > MOST) return refuse('board-words-many', { field, max: MOST })
    const long = words.find((word) => [...word].length > LONGEST_WORD)
    if (long) return refuse('board-word-long', { field, max: LONGEST_WORD })
  }
  const about = cleanText(typed.about ?? '')
  if ([...about].length > LONGEST_ABOUT) return refuse('message-long', { field: 'about', max: LONGEST_ABOUT })
  return { skills, languages, about: isInvisible(about) ? null : about || null }
}

function wordsOf(typed: string): string[] {
  const seen = new Map<string, string>()
  for (const part of typed.split(/[,;\n、،]/)) {
    const word = cleanText(part)
    const key = foldName(word)
    if (word && !isInvisible(word) && !seen.has(key)) seen.set(key, word)
  }
  return [...seen.values()]
}
