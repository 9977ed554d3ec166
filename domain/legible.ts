/** Letters by their class that show nothing: the fillers of Hangul. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/g

/** Whether a text has a letter or digit, of any script, that somebody can see. */
export function isLegible(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(FILLERS, ''))
}

/** Whether a text has a letter that somebody can see. */
export function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text.replace(FILLERS, ''))
}
