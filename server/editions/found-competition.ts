import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { database, transaction } from '@/db/client'
import { competitions, personEmails, persons, roleGrants } from '@/db/schema'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'

/**
 * The first step of an empty installation: a competition and its owner, who may be a person already. Whoever runs it has
 * the host's command line, or has read its setup code there. Refused `already-founded` once there is a competition: of
 * two at once the second waits and finds it.
 */
export async function foundCompetition(input: {
  slug: string
  name: string
  owner: { givenName: string; familyName: string; email: string }
  person?: string
}): Promise<{ competition: string; owner: string } | Refusal> {
  return transaction(async (tx) => {
    await tx.execute(sql`lock table ${competitions} in exclusive mode`)
    const [known] = await tx.select({ id: competitions.id }).from(competitions).limit(1)
    if (known) return refuse('already-founded')
    const owner = await ownerOf(input)
    const [competition] = await tx
      .insert(competitions)
      .values({ slug: input.slug, name: input.name })
      .returning()
    if (!competition) throw new Error('The competition was not written')
    await tx.insert(roleGrants).values({
      personId: owner,
      role: 'competition-owner',
      competitionId: competition.id,
      grantedBy: owner,
      grantedAt: now(),
    })
    await record({
      actor: null,
      action: 'found-competition',
      object: { kind: 'competition', id: competition.id },
    })
    return { competition: competition.id, owner }
  })
}

/** The owner's row, with their name: whoever proved the address or is known by it, or a new one. */
async function ownerOf({ owner, person }: Parameters<typeof foundCompetition>[0]): Promise<string> {
  const { givenName, familyName, email } = owner
  const address = email.toLowerCase()
  const [known] = await database.select().from(personEmails).where(eq(personEmails.email, address))
  const id = person ?? known?.personId
  if (id) {
    await database.update(persons).set({ givenName, familyName }).where(eq(persons.id, id))
    return id
  }
  const [made] = await database
    .insert(persons)
    .values({ givenName, familyName, createdAt: now() })
    .returning()
  if (!made) throw new Error('The owner was not written')
  await database.insert(personEmails).values({ email: address, personId: made.id })
  return made.id
}
