const FINAL = 'actinspace-2018/azerbaijan'

/** The example people to step into, in the bar's order, each with the place it works in, if it has one of its own. */
export const DEMO_ROLES = [
  { key: 'visitor', account: '' },
  { key: 'student', account: 'student', place: '/me' },
  { key: 'captain', account: 'captain', place: '/me' },
  { key: 'juror', account: 'juror', place: `/jury/${FINAL}`, seats: 6 },
  { key: 'president', account: 'president', place: `/jury/${FINAL}` },
  { key: 'organizer', account: 'organizer', place: `/organize/${FINAL}` },
  { key: 'helper', account: 'helper', place: `/organize/${FINAL}/check-in` },
  { key: 'partner', account: 'partner' },
  { key: 'edition', account: 'edition' },
  { key: 'owner', account: 'owner' },
  { key: 'neighbour', account: 'neighbour' },
] as const satisfies readonly { key: string; account: string; place?: string; seats?: number }[]

/** What belongs to somebody in particular; everything else is public. */
const PRIVATE = /^\/(me|jury|organize|admin|sign-in)(\/|$)/

export const addressOf = (account: string, seat: number | '' = '') =>
  account && `${account}${seat}@example.org`

/**
 * Where stepping into a role leads: to the place the role works in, unless one already stands in it. The others stay
 * on a public page; the neighbour stays anywhere, to see the refusal.
 */
export function landingOf(email: string, here: string): string {
  const account = email.replace(/\d*@.*$/, '')
  const role = DEMO_ROLES.find((known) => known.account === account)
  const place = role && 'place' in role ? role.place : undefined
  if (place) return here === place || here.startsWith(`${place}/`) ? here : place
  if (role?.key === 'neighbour') return here
  return PRIVATE.test(here) ? '/' : here
}
