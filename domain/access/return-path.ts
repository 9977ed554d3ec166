/**
 * Where to go after signing in, from an address anybody could have written: a path of this very site, or `/`.
 * Other hosts, other schemes, backslashes and control characters are not followed.
 */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.length > 500) return '/'
  if (/^\/[/\\]|[\\\p{Cc}]/u.test(wanted)) return '/'
  const here = 'http://here.invalid'
  if (!URL.canParse(wanted, here)) return '/'
  const url = new URL(wanted, here)
  if (url.origin !== here || url.pathname.startsWith('//')) return '/'
  return `${url.pathname}${url.search}${url.hash}`
}
