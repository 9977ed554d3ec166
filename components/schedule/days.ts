/** “25–26 May 2018” on the calendar of the venue, never broken at the dash. */
export function daysIn({ startsAt, endsAt, timeZone }: { startsAt: Date; endsAt: Date; timeZone: string }) {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
    .formatRange(startsAt, endsAt)
    .replaceAll(/\s*–\s*/g, '\u2060–\u2060')
}

/** “Wednesday 27 June 2018”. */
export function fullDay(at: Date, timeZone: string) {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone }).format(at).replace(',', '')
}

/** The city a zone is named after: `Europe/Paris` is Paris. */
export const zoneCity = (timeZone: string) => timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone

/** “UTC+4” at that moment. */
export function offsetOf(timeZone: string, at: Date) {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at)
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC').replace('GMT', 'UTC')
}

/** The day of the venue's calendar, as the database writes days. */
export const dayOf = (at: Date, timeZone: string) => at.toLocaleDateString('en-CA', { timeZone })

/** “27 June”. */
export const dayMonth = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone }).format(at)
