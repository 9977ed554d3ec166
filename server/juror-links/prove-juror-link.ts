import 'server-only'
import { findLink } from './find-link'
import { isToken, tokenHash } from './token'

/** Proves a seat by its link and the device that claimed it. Claiming comes first and is not done here. */
export async function proveJurorLink({
  token,
  device,
}: Partial<Record<string, unknown>>): Promise<{ person: string; link: string } | null> {
  if (!isToken(device)) return null
  const found = await findLink(token)
  if (found?.link.claimedDevice !== tokenHash(device)) return null
  return { person: found.personId, link: found.link.id }
}
