import 'server-only'
import { refuse } from '@/domain/refusal'
import { problem } from './problem'

type Method = 'GET' | 'POST'

/**
 * What a route of the API answers to the methods it does not have: 405 as a problem that names those it has. Without
 * these the framework answers an empty page.
 */
export function only(...methods: readonly Method[]) {
  const all = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
  const allow = [...all, 'OPTIONS'].join(', ')
  const refused = () => {
    const answer = problem(refuse('method-unknown', { methods: methods.join(', ') }))
    answer.headers.set('allow', allow)
    return answer
  }
  const OPTIONS = () => new Response(null, { status: 204, headers: { allow } })
  return { GET: refused, POST: refused, PUT: refused, PATCH: refused, DELETE: refused, OPTIONS }
}
