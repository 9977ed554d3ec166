import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export type Story =
  | 'registration'
  | 'judging'
  | 'final'
  | 'hall'
  | 'published'
  | 'stage'
  | 'restart'
  | 'release'
  | 'deadline'
  | 'names'
  | 'import'

/** The stories of data the journeys walk through: the stage of the example each server stands at, and its port. */
export const STORIES: Record<Story, { port: number; stage: string; moment: string; lists: boolean }> =
  JSON.parse(readFileSync(resolve(import.meta.dirname, 'stories.json'), 'utf8'))

export const addressOf = (story: Story) => `http://localhost:${STORIES[story].port}`

/** Where the data of a story lie, for a journey that starts its server itself. */
export function dataOf(story: Story): string {
  const { APOGEE_STORIES } = process.env
  if (!APOGEE_STORIES) throw new Error('Nobody has told where the stories are')
  return resolve(APOGEE_STORIES, story)
}
