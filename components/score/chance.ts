/** A chance in words: whole per cent, and at the ends no more certainty than draws can give. */
export function chanceText(chance: number): string {
  if (chance < 0.01) return '< 1 %'
  if (chance > 0.99) return '> 99 %'
  return `${Math.round(chance * 100)} %`
}
