import 'server-only'
import { type Refusal, refuse } from '@/domain/refusal'
import { MAX_ATTEMPTS } from './prove-code'
import { attemptsMade } from './queries'

/** Why the code of an address does not let in: `code-wrong` (how many attempts are left), `code-used-up`, `code-over`. */
export async function codeRefusal(email: string): Promise<Refusal> {
  const attempts = await attemptsMade(email)
  if (attempts === null) return refuse('code-over', { field: 'code' })
  const left = MAX_ATTEMPTS - attempts
  return left > 0 ? refuse('code-wrong', { field: 'code', left }) : refuse('code-used-up', { field: 'code' })
}
