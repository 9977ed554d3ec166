/** A juror is reminded at most this often: more is noise in a room where somebody listens to a pitch. */
export const NUDGE_EVERY_MS = 5 * 60_000

/** From when on a juror may be reminded again; null when it may be at once. */
export function restsUntil(nudgedAt: Date | null, now: Date): Date | null {
  if (nudgedAt === null) return null
  const until = new Date(nudgedAt.getTime() + NUDGE_EVERY_MS)
  return until > now ? until : null
}
