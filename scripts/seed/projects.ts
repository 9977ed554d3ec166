import { editProject } from '@/server/submissions/edit-project'
import { submitProject } from '@/server/submissions/submit-project'
import { uploadDeck } from '@/server/submissions/upload-deck'
import { atBaku } from './clock'
import { drawDeck } from './draw-deck'
import { done } from './expected'
import { type Fielded, fieldOf } from './field'
import { readSeed } from './read'

interface ProjectRow {
  team: string
  challenge: string
  title: string
  summary: string
}

const PROJECTS = () => readSeed<ProjectRow[]>('actinspace-2018/projects.json')

/** What the teams have drafted when registration is two weeks old: a challenge for all, words for every third. */
export async function playDrafts(event: string, challenges: ReadonlyMap<string, string>): Promise<void> {
  for (const [index, fielded] of (await fieldOf(event)).entries()) {
    const { challenge, title, summary } = projectOf(fielded)
    const words = index % 3 === 0 ? { title, summary } : {}
    const project = { challengeId: challenges.get(challenge) ?? '', ...words }
    await done(editProject(fielded.captain, { entry: fielded.entry, project }))
  }
}

/** Every team completes its project and hands it in before 11:00; a few do so twice, and a few upload their deck. */
export async function playSubmissions(event: string, challenges: ReadonlyMap<string, string>): Promise<void> {
  for (const [index, fielded] of (await fieldOf(event)).entries()) {
    const { challenge, title, summary } = projectOf(fielded)
    const uploads = index % 8 === 0
    const address = `https://example.org/decks/${fielded.entry}`
    const project = {
      challengeId: challenges.get(challenge) ?? '',
      title,
      summary,
      deckUrl: uploads ? null : `${address}.pdf`,
      videoUrl: `${address}/video`,
      priorWork: 'Nothing was written before Friday 11:00. Data and libraries are named in the deck.',
      ipStatement: 'The code is the team’s own. No patent is used but the one named by the challenge.',
    }
    atBaku(`2018-05-26 ${index % 2 === 0 ? '09' : '10'}:${String(10 + index * 2).padStart(2, '0')}`)
    await done(editProject(fielded.captain, { entry: fielded.entry, project }))
    if (uploads) {
      const file = await drawDeck(fielded.name, title, summary)
      await done(uploadDeck(fielded.captain, { entry: fielded.entry, file }))
    }
    await done(submitProject(fielded.captain, { entry: fielded.entry }))
    if (index % 5 === 0) await done(submitProject(fielded.captain, { entry: fielded.entry }))
  }
}

function projectOf({ name }: Fielded): ProjectRow {
  const found = PROJECTS().find(({ team }) => team === name)
  if (!found) throw new Error(`No project is written for “${name}”`)
  return found
}
