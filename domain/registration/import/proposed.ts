import { RESEMBLANCES, resembling, type WrittenOrganization } from '@/domain/organizations/resembles'

const MOST = 5
/** A file name is no text: what comes after so many words names nobody. */
const MOST_WORDS = 8

/**
 * The organizations a list's file name may mean, the likeliest first, at most five: "ufaz.tsv", "ASOIU students.xlsx".
 * For people to choose from, never a decision.
 */
export function proposedBy<Organization extends WrittenOrganization>(
  fileName: string,
  organizations: readonly Organization[],
): Organization[] {
  const stem = fileName.replace(/\.[\p{L}\p{N}]{1,5}$/u, '').replace(/[_.]+/g, ' ')
  const words = stem
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /\p{L}.*\p{L}/u.test(word))
    .slice(0, MOST_WORDS)
  const runs = words.flatMap((_, from) =>
    words.slice(from).map((_, more) => words.slice(from, from + more + 1)),
  )
  const written = new Set([words.join(' '), ...runs.map((run) => run.join(' '))])
  const proposals = [...written].flatMap((name) => resembling(name, organizations))
  const likeliest = proposals.sort((a, b) => RESEMBLANCES.indexOf(a.reason) - RESEMBLANCES.indexOf(b.reason))
  return [...new Set(likeliest.map(({ organization }) => organization))].slice(0, MOST)
}
