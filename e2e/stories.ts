import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export type Story = 'registration' | 'judging' | 'final' | 'hall' | 'published' | 'stage'

/** The stories of data the journeys walk through: the stage of the example each server stands at, and its port. */
export const STORIES: Record<Story, { port: number; stage: string; moment: string; lists: boolean }> =
  JSON.parse(readFileSync(resolve(import.meta.dirname, 'stories.json'), 'utf8'))

export const addressOf = (story: Story) => `http://localhost:${STORIES[story].port}`
