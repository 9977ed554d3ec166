import 'server-only'
import { sql } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { competitions, personEmails, persons, roleGrants } from '@/db/schema'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'

/**
 * The first step of an empty installation: a competition and its owner. Whoever runs it has the host's command line.
 * Refused `already-founded` once there is a competition.
 */
export async function foundCompetition(input: {
  slug: string
  name: string
  owner: { givenName: string; familyName: string; email: string }
}): Promise<{ competition: string; owner: string } | Refusal> {
  return transaction(async (tx) => {
    await tx.execute(sql`lock table ${competitions} in exclusive mode`)
    const [known] = await tx.select({ id: competitions.id }).from(competitions).limit(1)
    if (known) return refuse('already-founded')
    const { givenName, familyName, email } = input.owner
    const [person] = await tx.insert(persons).values({ givenName, familyName, createdAt: now() }).returning()
    const [competition] = await tx
      .insert(competitions)
      .values({ slug: input.slug, name: input.name })
      .returning()
    if (!person || !competition) throw new Error('The competition was not written')
    await tx.insert(personEmails).values({ email: email.toLowerCase(), personId: person.id })
    await tx.insert(roleGrants).values({
      personId: person.id,
      role: 'competition-owner',
      competitionId: competition.id,
      grantedBy: person.id,
      grantedAt: now(),
    })
    await record({
      actor: null,
      action: 'found-competition',
      object: { kind: 'competition', id: competition.id },
    })
    return { competition: competition.id, owner: person.id }
  })
}
