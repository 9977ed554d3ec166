/** How long an event may keep what identifies its people. */
export const RETENTION_MONTHS = { min: 1, max: 240 } as const

/** The instant until which it is kept: so many calendar months after the event's end; a month too short ends on its last day. */
export function retentionEnd(endsAt: Date, months: number): Date {
  const end = new Date(endsAt)
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + months)
  const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(endsAt.getUTCDate(), last))
  return end
}

/** Whether it is over; never where no time was set. */
export function isRetentionOver(
  { endsAt, retentionMonths }: { readonly endsAt: Date; readonly retentionMonths: number | null },
  now: Date,
): boolean {
  return retentionMonths !== null && retentionEnd(endsAt, retentionMonths) <= now
}
