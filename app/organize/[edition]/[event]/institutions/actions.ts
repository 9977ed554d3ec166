'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { NAME_LANGUAGES, ORGANIZATION_KINDS } from '@/domain/organizations/kinds'
import { isRefusal } from '@/domain/refusal'
import { formAction } from '@/server/action'
import { addAlias } from '@/server/organizations/add-alias'
import { addDomain } from '@/server/organizations/add-domain'
import { addInstitution } from '@/server/organizations/add-institution'
import { editOrganization } from '@/server/organizations/edit-organization'
import { lookAlikesOf } from '@/server/organizations/look-alikes'
import { proposeMerge } from '@/server/organizations/propose-merge'
import { setParent } from '@/server/organizations/set-parent'
import { currentActor } from '@/server/session'

const refresh = () => revalidatePath('/organize', 'layout')
const key = z.string().max(100)
const written = z.string().max(2000)
const perhapsDay = z
  .union([z.literal(''), z.iso.date()])
  .optional()
  .transform((day) => (day === '' ? null : day))
const place = { event: key, organization: key }

export const edit = formAction(
  z.object({
    ...place,
    name: written,
    shortName: written.optional(),
    kind: z.enum(ORGANIZATION_KINDS),
    rorId: written.optional(),
  }),
  editOrganization,
  refresh,
)
export const alias = formAction(
  z.object({ ...place, alias: written, language: z.enum(['', ...NAME_LANGUAGES]).optional() }),
  addAlias,
  refresh,
)
export const domain = formAction(z.object({ ...place, domain: written }), addDomain, refresh)
export const parent = formAction(
  z.object({ ...place, parent: key.transform((id) => id || null), since: perhapsDay, until: perhapsDay }),
  setParent,
  refresh,
)

export const propose = formAction(
  z.object({ event: key, merged: key, into: key, reason: written.optional() }),
  proposeMerge,
  refresh,
)

export const create = formAction(
  z.object({ event: key, name: written, kind: z.enum(ORGANIZATION_KINDS), another: key.optional() }),
  (actor, { another, ...input }) => addInstitution(actor, { ...input, another: another === 'yes' }),
  refresh,
)

/** What a name may mean while it is typed; nothing to whoever may not know. */
export async function mayBe(event: string, name: string) {
  const asked = z.object({ event: key, name: written }).safeParse({ event, name })
  const found = asked.success ? await lookAlikesOf(await currentActor(), asked.data) : []
  return isRefusal(found) ? [] : found
}
