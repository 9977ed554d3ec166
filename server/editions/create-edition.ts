import 'server-only'
import { transaction } from '@/db/client'
import { editions } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { editionFault } from '@/domain/editions/new-edition'
import { type Refusal, refuse } from '@/domain/refusal'
import { record } from '../audit'
import { now } from '../clock'

export type NewEdition = Omit<typeof editions.$inferInsert, 'id'>

/**
 * Adds a run of a competition. Refused by the rules of `editionFault`, and `edition-exists` when its address or its
 * number is taken.
 */
export async function createEdition(actor: Actor, input: NewEdition): Promise<{ edition: string } | Refusal> {
  const no = can(actor, 'create-edition', { competition: input.competitionId }, now())
  if (no) return no
  const wrong = editionFault(input)
  if (wrong) return wrong
  return transaction(async (tx) => {
    const [made] = await tx
      .insert(editions)
      .values(input)
      .onConflictDoNothing()
      .returning({ id: editions.id })
    if (!made) return refuse('edition-exists', { field: 'year', slug: input.slug })
    await record({ actor, action: 'create-edition', object: { kind: 'edition', id: made.id } })
    return { edition: made.id }
  })
}
