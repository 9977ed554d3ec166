/** What a team hands in. An empty field is null. */
export interface Project {
  readonly challengeId: string | null
  readonly title: string | null
  readonly summary: string | null
  readonly deckUrl: string | null
  /** The uploaded deck. */
  readonly deckId: string | null
  readonly videoUrl: string | null
  readonly demoUrl: string | null
  readonly priorWork: string | null
  readonly ipStatement: string | null
}

/** What is typed of it; a deck is uploaded. */
export type TypedField = Exclude<keyof Project, 'deckId'>

/** How many characters a field holds. */
export const LONGEST = { title: 120, summary: 1200, link: 500, priorWork: 2000, ipStatement: 2000 } as const

/**
 * The four things to get ready, each with what it takes; any one field of a line fulfils that line. The demo link is
 * welcome and not asked for.
 */
export const CHECKLIST = {
  project: [['challengeId'], ['title'], ['summary']],
  deck: [['deckUrl', 'deckId']],
  video: [['videoUrl']],
  'prior-work': [['priorWork'], ['ipStatement']],
} as const satisfies Record<string, readonly (readonly [TypedField, ...(keyof Project)[]])[]>

export type ChecklistItem = keyof typeof CHECKLIST

const isMet = (project: Project, fields: readonly (keyof Project)[]) =>
  fields.some((field) => project[field] !== null)

/** Each thing to get ready and whether it is. */
export function checklistOf(project: Project): { item: ChecklistItem; ready: boolean }[] {
  return Object.entries(CHECKLIST).map(([item, needs]) => ({
    item: item as ChecklistItem,
    ready: needs.every((fields) => isMet(project, fields)),
  }))
}

/** The fields a submission still lacks, in the order of the form; of several that would do, the one that is typed. */
export function missingOf(project: Project): TypedField[] {
  return Object.values(CHECKLIST)
    .flat()
    .filter((fields) => !isMet(project, fields))
    .map(([field]) => field)
}
