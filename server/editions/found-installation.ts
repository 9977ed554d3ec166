import 'server-only'
import { plainAddress } from '@/domain/address'
import { competitionFault, editionFault } from '@/domain/editions/new-edition'
import { type EventToBe, eventFault } from '@/domain/events/new-event'
import type { EventLevel } from '@/domain/events/phases'
import { personName } from '@/domain/people/person-name'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { foldEmail, isEmail } from '@/domain/registration/import/clean-email'
import { grantRole } from '../access/grant-role'
import { allOrNothing } from '../all-or-nothing'
import { env } from '../env'
import { createEvent } from '../events/create-event'
import { showsMailbox } from '../mailbox'
import { actorOf } from '../session'
import { codeRefusal } from '../sign-in/code-refusal'
import { proveCode } from '../sign-in/prove-code'
import { sendCode } from '../sign-in/send-code'
import { createEdition } from './create-edition'
import { foundCompetition } from './found-competition'
import { isFounded, proveSetupCode } from './setup-code'

/** All that the wizard asks. */
export interface Founding {
  readonly setup: string
  /** An empty address is made of the name. */
  readonly competition: { readonly name: string; readonly address: string }
  readonly edition: {
    readonly year: number
    readonly ordinal: number
    readonly scope: string
    readonly startsOn: string | null
    readonly endsOn: string | null
  }
  readonly event: EventToBe & { readonly level: EventLevel }
  readonly owner: { readonly givenName: string; readonly familyName: string; readonly email: string }
  /** The six digits mailed to the owner; empty before they are. */
  readonly code: string
}

export interface Founded {
  /** `actinspace-2027/azerbaijan`. */
  readonly address: string
  readonly owner: string
  readonly email: string
}

/** Whether a mail reaches its reader: it leaves, or can be read on a page. */
export const mailIsRead = () => env().SMTP_URL !== undefined || showsMailbox()

/**
 * Founds an empty installation: competition, edition and event, and their owner, who organizes the event; all of it or
 * nothing. Whoever does so proves it by the setup code, and the owner's address by the code mailed to it where mail is
 * read (`founder-code-sent`: it is on its way). Refused `already-founded`, by the rules of what is founded, `name-…`,
 * `email-malformed`, and as codes are.
 */
export async function foundInstallation(input: Founding): Promise<Founded | Refusal> {
  if (await isFounded()) return refuse('already-founded')
  const unproven = await proveSetupCode(input.setup)
  if (unproven) return unproven
  const plan = planOf(input)
  if (isRefusal(plan)) return plan
  const { competition, edition, event, owner } = plan
  const proven = mailIsRead() ? await proveAddress(owner.email, input.code) : null
  if (isRefusal(proven)) return proven
  return allOrNothing(async () => {
    const founded = await foundCompetition({ ...competition, owner, person: proven ?? undefined })
    if (isRefusal(founded)) return founded
    const actor = await actorOf(founded.owner)
    const made = await createEdition(actor, { ...edition, competitionId: founded.competition })
    if (isRefusal(made)) return made
    const first = await createEvent(actor, { ...event, editionId: made.edition })
    if (isRefusal(first)) return first
    const role = { person: founded.owner, role: 'event-organizer', node: first.event } as const
    const granted = await grantRole(actor, role)
    if (isRefusal(granted)) return granted
    return { address: `${edition.slug}/${event.slug}`, owner: founded.owner, email: owner.email }
  })
}

/** What is to be founded, or the first fault of it. */
function planOf({ competition: { name: written, address }, edition: given, event, owner: typed }: Founding) {
  const name = written.normalize('NFC').trim()
  const competition = { name, slug: address.trim() || plainAddress(name) }
  const edition = { ...given, slug: `${competition.slug}-${given.year}`, scope: given.scope.trim() }
  const fault = competitionFault(competition) ?? editionFault(edition) ?? eventFault(event)
  if (fault) return fault
  const givenName = personName(typed.givenName, 'givenName')
  if (isRefusal(givenName)) return givenName
  const familyName = typed.familyName.trim() ? personName(typed.familyName, 'familyName') : ''
  if (isRefusal(familyName)) return familyName
  const email = foldEmail(typed.email)
  if (!isEmail(email)) return refuse('email-malformed', { field: 'email' })
  return { competition, edition, event, owner: { givenName, familyName, email } }
}

/** The person behind an address, by the digits mailed to it. */
async function proveAddress(email: string, code: string): Promise<string | Refusal> {
  if (code.trim() === '') {
    const sent = await sendCode({ email })
    return isRefusal(sent)
      ? { ...sent, field: 'code' }
      : refuse('founder-code-sent', { field: 'code', email })
  }
  return (await proveCode({ email, code })) ?? codeRefusal(email)
}
