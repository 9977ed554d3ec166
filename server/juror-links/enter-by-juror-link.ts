import 'server-only'
import { AuthError } from 'next-auth'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { signIn } from '../auth'
import { claimJurorLink } from './claim-juror-link'
import { markDevice } from './device'

/** Claims a personal link for this browser and lets it in to the seat. Refused as `claimJurorLink` does. */
export async function enterByJurorLink({
  token,
}: {
  token: string
}): Promise<{ edition: string; event: string } | Refusal> {
  const device = await markDevice()
  const claimed = await claimJurorLink({ token, device })
  if (isRefusal(claimed)) return claimed
  try {
    await signIn('juror-link', { token, device, redirect: false })
  } catch (error) {
    // Taken back between the two steps.
    if (error instanceof AuthError && error.type === 'CredentialsSignin') return refuse('gone-juror-link')
    throw error
  }
  return { edition: claimed.edition.slug, event: claimed.event.slug }
}
