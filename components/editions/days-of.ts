interface Days {
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly finalOn: string | null
}

/** “25–26 May 2018”, or null when nobody published the days. */
export function daysOf({ startsOn, endsOn, finalOn }: Days): string | null {
  const [first, last] = [startsOn ?? finalOn, endsOn ?? startsOn ?? finalOn]
  if (!first || !last) return null
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.formatRange(new Date(first), new Date(last)).replaceAll(/\s*–\s*/g, '–')
}
