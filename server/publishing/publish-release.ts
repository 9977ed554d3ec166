import 'server-only'
import { transaction } from '@/db/client'
import { publications, quotes, releases, releaseTexts } from '@/db/schema'
import type { SignedIn } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'
import { findEventById } from '../events/find-event'

export interface NewRelease {
  readonly event: string
  readonly slug: string
  readonly source?: string
  readonly texts: readonly { language: string; title: string; lead?: string; body: string }[]
  readonly quotes: readonly { person: string; office?: string; language: string; text: string }[]
}

/** Publishes a release of an event with its quotes. Refused `release-exists` when its address is taken. */
export async function publishRelease(
  actor: SignedIn,
  input: NewRelease,
): Promise<{ release: string } | Refusal> {
  const found = await findEventById(input.event)
  if (!found) return refuse('not-found')
  const no = can(actor, 'write-releases', { event: found.facts }, now())
  if (no) return no
  return transaction(async (tx) => {
    const { event: eventId, slug, source } = input
    const [made] = await tx
      .insert(releases)
      .values({ eventId, slug, source, createdAt: now() })
      .onConflictDoNothing()
      .returning()
    if (!made) return refuse('release-exists', { slug })
    await tx.insert(releaseTexts).values(input.texts.map((text) => ({ ...text, releaseId: made.id })))
    if (input.quotes.length > 0) {
      await tx.insert(quotes).values(
        input.quotes.map(({ person, office, language, text }) => ({
          releaseId: made.id,
          personId: person,
          officeId: office,
          language,
          text,
        })),
      )
    }
    await tx
      .insert(publications)
      .values({ releaseId: made.id, publishedAt: now(), publishedBy: actor.personId })
    await record({
      actor,
      action: 'publish-release',
      object: { kind: 'release', id: made.id },
      event: eventId,
    })
    return { release: made.id }
  })
}
