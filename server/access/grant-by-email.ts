import 'server-only'
import { eq } from 'drizzle-orm'
import { transaction } from '@/db/client'
import { personEmails, persons } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import type { GrantedRole } from '@/domain/access/roles'
import { type Refusal, refuse } from '@/domain/refusal'
import { foldEmail, isEmail } from '@/domain/registration/import/clean-email'
import { now } from '../clock'
import { grantRole, mayGrant } from './grant-role'

/**
 * Grants a role to whoever answers at an address; someone not known yet is written down, and names themselves at their
 * first sign-in. Refused `email-malformed`.
 */
export async function grantByEmail(
  actor: Actor,
  { email: written, role, node }: { email: string; role: GrantedRole; node: string },
): Promise<{ role: GrantedRole } | Refusal> {
  const email = foldEmail(written)
  return transaction(async (tx) => {
    const no = await mayGrant(actor, { person: '', role, node })
    if (no) return no
    if (!isEmail(email)) return refuse('email-malformed', { field: 'email' })
    const [known] = await tx.select().from(personEmails).where(eq(personEmails.email, email))
    if (known) return grantRole(actor, { person: known.personId, role, node })
    const [made] = await tx
      .insert(persons)
      .values({ givenName: '', createdAt: now() })
      .returning({ id: persons.id })
    if (!made) throw new Error('The person was not written')
    await tx.insert(personEmails).values({ email, personId: made.id })
    return grantRole(actor, { person: made.id, role, node })
  })
}
