import 'server-only'

/** More processes than could ever race for one event's turn. */
const MOST_TRIES = 100

const queues = new Map<string, Promise<unknown>>()

/**
 * Tries until something comes of it: null means that somebody else took the event's turn meanwhile. This process's own
 * writers to an event wait for each other first, so that only another process can be quicker.
 * @throws when a hundred tries came to nothing
 */
export function oneByOne<T>(event: string, attempt: () => Promise<T | null>): Promise<T> {
  const before = queues.get(event) ?? Promise.resolve()
  const own = before.catch(() => {}).then(() => untilDone(attempt))
  queues.set(event, own)
  const leave = () => queues.get(event) === own && queues.delete(event)
  own.then(leave, leave)
  return own
}

async function untilDone<T>(attempt: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const done = await attempt()
    if (done !== null) return done
  }
  throw new Error('This event is being written to by too many at once')
}
