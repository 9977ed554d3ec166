const DAY = 86_400_000

/** How many days lie from one day to another, both written `2018-05-25`; negative when the other is earlier. */
export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY

/** The day so many days later. */
export const laterDay = (day: string, days: number) =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** The same day of the week so many years later: what a yearly event is usually moved to. */
export const sameWeekday = (day: string, years: number) => {
  const weeks = Math.round((years * 365.25) / 7)
  return laterDay(day, weeks * 7)
}
