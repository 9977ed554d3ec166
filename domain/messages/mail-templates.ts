/**
 * Every mail the system writes, with who an event's log says it went to: the address, which the event's organizer may
 * see; the guardian of a student, whose address is nobody's but theirs; or none, for mail that belongs to no event.
 */
export const MAIL_TEMPLATES = {
  'sign-in': 'none',
  'promotion-offered': 'address',
  'sheet-signed': 'address',
  'ballots-asked': 'address',
  'place-free': 'address',
  'join-asked': 'address',
  'join-accepted': 'address',
  'join-declined': 'address',
  'team-invites': 'address',
  'guardian-asked': 'guardian',
  message: 'address',
} as const satisfies Readonly<Record<string, 'address' | 'guardian' | 'none'>>

export type MailTemplate = keyof typeof MAIL_TEMPLATES

/** Whether a text from the outbox names one of them. */
export const isMailTemplate = (name: string): name is MailTemplate => Object.hasOwn(MAIL_TEMPLATES, name)
