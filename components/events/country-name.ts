/** The name of a country by its ISO 3166 code, as that language calls it; the code itself where it has no name. */
export function countryName(code: string, locale = 'en'): string {
  return new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }).of(code) ?? code
}
