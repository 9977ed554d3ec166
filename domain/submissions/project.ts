/** What a team hands in. An empty field is null. */
export interface Project {
  readonly challengeId: string | null
  readonly title: string | null
  readonly summary: string | null
  readonly deckUrl: string | null
  readonly videoUrl: string | null
  readonly demoUrl: string | null
  readonly priorWork: string | null
}

export const PROJECT_FIELDS = [
  'challengeId',
  'title',
  'summary',
  'deckUrl',
  'videoUrl',
  'demoUrl',
  'priorWork',
] as const satisfies readonly (keyof Project)[]

export type ProjectField = (typeof PROJECT_FIELDS)[number]

/** How many characters a field holds. */
export const LONGEST = { title: 120, summary: 1200, link: 500, priorWork: 2000 } as const

/** The four things to get ready, each with the fields it takes. The demo link is welcome and not asked for. */
export const CHECKLIST = {
  project: ['challengeId', 'title', 'summary'],
  deck: ['deckUrl'],
  video: ['videoUrl'],
  'prior-work': ['priorWork'],
} as const satisfies Record<string, readonly ProjectField[]>

export type ChecklistItem = keyof typeof CHECKLIST

/** Each thing to get ready and whether it is. */
export function checklistOf(project: Project): { item: ChecklistItem; ready: boolean }[] {
  return Object.entries(CHECKLIST).map(([item, fields]) => ({
    item: item as ChecklistItem,
    ready: fields.every((field) => project[field] !== null),
  }))
}

/** The fields a submission still lacks, in the order of the form. */
export function missingOf(project: Project): ProjectField[] {
  return Object.values(CHECKLIST)
    .flat()
    .filter((field) => project[field] === null)
}
