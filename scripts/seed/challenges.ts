import type { SignedIn } from '@/domain/access/actor'
import { writeChallenge } from '@/server/challenges/write-challenge'
import { done } from './expected'
import type { Organizations } from './organizations'
import { readSeed } from './read'

interface ChallengeRow {
  code: string
  owner: string
  title: string
  context: string
  resource: string
}

/** The six challenges of the example, by code. */
export async function playChallenges(owner: SignedIn, editionId: string, organizations: Organizations) {
  const ids = new Map<string, string>()
  for (const { code, owner: by, ...words } of readSeed<ChallengeRow[]>('actinspace-2018/challenges.json')) {
    const ownerId = organizations.get(by) ?? ''
    const row = { editionId, ownerId, code, ...words, licence: 'Free and open', invented: true }
    ids.set(code, (await done(writeChallenge(owner, row))).challenge)
  }
  return ids
}
