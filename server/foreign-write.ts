import 'server-only'

/** A request as far as its head goes: the web's own is one. */
export interface Asking {
  readonly method: string
  readonly headers: { readonly get: (name: string) => string | null }
}

/**
 * Whether a request would write from another origin, or is a form without an Origin that the browser does not vouch
 * for. JSON needs a preflight across origins, so no foreign page can forge it.
 */
export function isForeignWrite({ method, headers }: Asking): boolean {
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return false
  const origin = headers.get('origin')
  if (origin !== null) return URL.canParse(origin) ? new URL(origin).host !== headers.get('host') : true
  if (headers.get('content-type')?.startsWith('application/json')) return false
  return headers.get('sec-fetch-site') !== 'same-origin'
}
