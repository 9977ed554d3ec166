/** What became of a mail. `unsure`: the connection broke while it was on its way, and it is not sent a second time. */
export type MailState = 'waiting' | 'retrying' | 'sent' | 'unsure' | 'given-up'

/** After so many attempts a mail is given up. */
export const MAX_ATTEMPTS = 8

export interface MailFate {
  readonly sentAt: Date | null
  readonly attempts: number
  readonly lastError: string | null
}

/** How a mail of the outbox stands. */
export function mailState({ sentAt, attempts, lastError }: MailFate): MailState {
  if (sentAt) return lastError === null ? 'sent' : 'unsure'
  if (attempts >= MAX_ATTEMPTS) return 'given-up'
  return attempts > 0 ? 'retrying' : 'waiting'
}

/** A refusal's code in what a mail server wrote: “550 5.1.1”, and not whose mailbox it named; null when there is none. */
export const smtpCode = (reason: string): string | null =>
  /(?<![\w.+@-])[45]\d\d(?: [45]\.\d{1,3}\.\d{1,3})?(?![\w.+@-])/.exec(reason)?.[0] ?? null
