const LATIN_MARKS = /(\p{Script=Latin})[\u0300-\u036f]+/gu
const LOOKALIKES: Readonly<Record<string, string>> = { ı: 'i', ə: 'e', ä: 'e', ǝ: 'e' }

/**
 * A name as two careful people would agree to compare it: case, İ/I/ı/i, ə/ä/e, Latin accents and the amount of
 * space do not count; every other script keeps its marks, which spell the word. For comparing, never for showing.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ıəäǝ]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .normalize('NFD')
    .replace(LATIN_MARKS, '$1')
    .normalize('NFC')
    .replace(/[\s\p{Cf}\p{Cc}]+/gu, ' ')
    .trim()
}

/** The letters and digits of a folded name alone: "ADA-University" and "Ada University" are one. */
export function letterKey(name: string): string {
  return foldName(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

export interface NamedOrganization {
  readonly id: string
  readonly name: string
  readonly aliases?: readonly string[]
}

/** The organization that goes by this name or alias, or null when none or more than one does. */
export function organizationNamed<Organization extends NamedOrganization>(
  name: string,
  organizations: readonly Organization[],
): Organization | null {
  const key = letterKey(name)
  const [only, ...others] = organizations.filter((organization) =>
    [organization.name, ...(organization.aliases ?? [])].some((known) => letterKey(known) === key),
  )
  return key && only && others.length === 0 ? only : null
}
