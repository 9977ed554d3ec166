import { type Refusal, refuse } from '@/domain/refusal'
import { cleanText, isInvisible } from '@/domain/registration/import/clean-text'

const LONGEST = 60

/**
 * A team's name: any script, kept verbatim in NFC.
 * @returns the name, or the refusal `team-name-empty`, `team-name-invisible` or `team-name-long` about the field `name`
 */
export function readTeamName(typed: string): string | Refusal {
  const field = 'name'
  if (isInvisible(typed)) return refuse('team-name-invisible', { field })
  const name = cleanText(typed)
  if (name === '') return refuse('team-name-empty', { field })
  return [...name].length > LONGEST ? refuse('team-name-long', { field, max: LONGEST }) : name
}
