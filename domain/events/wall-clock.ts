/**
 * The instant at which a zone's wall clock shows `2018-05-25T09:00` (the shape of an input of type datetime-local), or
 * null when the text is none or not of the years 1900 to 2199. A time that a clock skips in spring is the one an hour
 * later.
 */
export function instantIn(timeZone: string, local: string): Date | null {
  const match = /^((?:19|20|21)\d{2}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(local.trim())
  if (!match) return null
  const written = `${match[1]}T${match[2]}`
  const wanted = Date.parse(`${written}:00Z`)
  // A 31st of February parses as the 3rd of March.
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 16) !== written) return null
  let instant = wanted
  // Twice: the zone's offset at the first guess may be that before a change of the clock.
  for (let step = 0; step < 2; step++) instant += wanted - shownBy(timeZone, new Date(instant))
  return new Date(instant)
}

/** What a zone's wall clock shows at an instant, in the shape of an input of type datetime-local. */
export function wallClock(timeZone: string, instant: Date): string {
  return new Date(shownBy(timeZone, instant)).toISOString().slice(0, 16)
}

function shownBy(timeZone: string, instant: Date): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
}
