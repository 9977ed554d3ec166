const YEAR = /^(?:\p{L}{2,}\.?\s*)?(\d{1,2})(?:[.,]0+)?(?:[\s-]*\p{L}[\p{L}\s-]*)?$/u
const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, V: 5, VI: 6, VII: 7 }

/** The year of study, 1 to 12, from "2", "2nd", "Kurs 3", "4-cü kurs" or "III"; null when it is none of these. */
export function studyYear(text: string): number | null {
  const roman = ROMAN[text.trim().toUpperCase()]
  if (roman) return roman
  const year = Number(YEAR.exec(text.trim())?.[1])
  return year >= 1 && year <= 12 ? year : null
}
