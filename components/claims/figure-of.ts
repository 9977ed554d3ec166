import type { ClaimQualifier } from '@/domain/publishing/openness'

/** A claimed figure in words: “nearly 40”, “over 2,300”, “70”. */
export function figureOf(
  { qualifier, value }: { qualifier: ClaimQualifier; value: number },
  words: Record<ClaimQualifier, string>,
) {
  const number = value.toLocaleString('en')
  return qualifier === 'exactly' ? number : `${words[qualifier]} ${number}`
}
