import { refuse } from '@/domain/refusal'
import { problem } from '@/server/problem'

/** An address the API does not have, whatever is asked of it: a problem, as everything it refuses. */
const nothing = () => problem(refuse('not-found'))

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT }
