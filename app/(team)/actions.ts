'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { refuse } from '@/domain/refusal'
import { CONSENT_PURPOSES, type ConsentPurpose } from '@/domain/registration/states'
import { readInvitationCode } from '@/domain/teams/invitation-code'
import { answer, type FormAnswer, formAction, textOf } from '@/server/action'
import { findEventById } from '@/server/events/find-event'
import { confirmOffer } from '@/server/promotion/confirm-offer'
import { declineOffer } from '@/server/promotion/decline-offer'
import { confirmRegistration } from '@/server/registration/confirm-registration'
import { institutionsLike } from '@/server/registration/queries'
import { recordConsent } from '@/server/registration/record-consent'
import { registerStudent } from '@/server/registration/register-student'
import { withdrawRegistration } from '@/server/registration/withdraw-registration'
import { editProject } from '@/server/submissions/edit-project'
import { submitProject } from '@/server/submissions/submit-project'
import { claimCaptaincy } from '@/server/teams/claim-captaincy'
import { createTeam } from '@/server/teams/create-team'
import { handOverCaptaincy } from '@/server/teams/hand-over-captaincy'
import { joinTeam } from '@/server/teams/join-team'
import { leaveTeam } from '@/server/teams/leave-team'
import { removeMember } from '@/server/teams/remove-member'
import { renameTeam } from '@/server/teams/rename-team'
import { returnToTeam } from '@/server/teams/return-to-team'
import { revokeInvitation } from '@/server/teams/revoke-invitation'
import { withdrawTeam } from '@/server/teams/withdraw-team'

const text = z.string().max(10_000)
const consents = Object.fromEntries(CONSENT_PURPOSES.map((purpose) => [purpose, text.optional()]))
const name = { givenName: text.optional(), familyName: text.optional() }
const minor = {
  minor: text.optional(),
  bornOn: text.optional(),
  guardianName: text.optional(),
  guardianEmail: text.optional(),
}
const team = z.object({ team: text })

/** A box left open says no: the form showed the question. */
const answersOf = (input: Record<string, unknown>) =>
  Object.fromEntries(CONSENT_PURPOSES.map((purpose) => [purpose, input[purpose] === 'on'])) as Record<
    ConsentPurpose,
    boolean
  >

/** What a minor says; of anybody else nothing is taken. */
const minorOf = (input: {
  minor?: string
  bornOn?: string
  guardianName?: string
  guardianEmail?: string
}) =>
  input.minor === 'on'
    ? { bornOn: input.bornOn, name: input.guardianName, email: input.guardianEmail }
    : undefined

const refresh = () => revalidatePath('/me')

async function homeOf(event: string): Promise<Route> {
  const found = await findEventById(event)
  return (found ? `/me?event=${found.edition.slug}/${found.event.slug}` : '/me') as Route
}

const goHome = async (event: string): Promise<never> => redirect(await homeOf(event))

/** To the page that asks a minor for their guardian, with the code of what stood in the way. */
async function goToGuardian(event: string, fault: string): Promise<never> {
  const found = await findEventById(event)
  const at = found ? `?event=${found.edition.slug}/${found.event.slug}&fault=${fault}` : ''
  return redirect(`/me/guardian${at}` as Route)
}

export const findInvitation = formAction(z.object({ code: text }), async (_anyone, { code }) => {
  const read = readInvitationCode(code)
  return read ? redirect(`/j/${read}` as Route) : refuse('invitation-unknown', { field: 'code' })
})

const institution = { institution: text.optional(), written: text.optional() }

/** A form that asks for an institution: without scripts a button looks up what was written, and nothing else is sent. */
const orFind =
  <T>(send: (before: FormAnswer<T>, form: FormData) => Promise<FormAnswer<T>>) =>
  async (before: FormAnswer<T>, form: FormData): Promise<FormAnswer<T>> =>
    form.has('find') && `${form.get('written')}`.trim() ? answerMeant(form) : send(before, form)

async function answerMeant(form: FormData): Promise<FormAnswer<never>> {
  const meant = await institutionsLike(`${form.get('written')}`)
  const [first, ...others] = meant
  const refusal = first
    ? refuse('institution-meant', {
        ...{ field: 'institution', name: first.name, others: others.length },
        list: others.map(({ name }) => name).join('; '),
      })
    : refuse('institution-unlisted', { field: 'institution' })
  return { ...answer(refusal), typed: { ...textOf(form), ...(first && { institution: first.id }) } }
}

const sendJoin = formAction(
  z.object({
    code: text,
    leave: text.optional(),
    asked: text.optional(),
    minor: text.optional(),
    ...institution,
    ...name,
    ...consents,
  }),
  (actor, { code, leave, asked, minor, ...input }) =>
    joinTeam(actor, {
      ...{ code, leave, givenName: input.givenName, familyName: input.familyName },
      ...{ institution: input.institution, written: input.written },
      consents: asked ? answersOf(input) : undefined,
      minor: minor === 'on',
    }),
  ({ event }, { minor }) => (minor === 'on' ? goToGuardian(event, 'guardian-unnamed') : goHome(event)),
)

const sendRegistration = formAction(
  z.object({ event: text, ...institution, ...minor, ...name, ...consents }),
  (actor, input) => registerStudent(actor, { ...input, consents: answersOf(input), minor: minorOf(input) }),
  ({ guardian }, { event }) => (guardian ? goToGuardian(event, guardian.code) : goHome(event)),
)

export const join = async (before: Parameters<typeof sendJoin>[0], form: FormData) =>
  orFind(sendJoin)(before, form)
export const register = async (before: Parameters<typeof sendRegistration>[0], form: FormData) =>
  orFind(sendRegistration)(before, form)

export const confirm = formAction(
  z.object({ event: text, ...minor, ...name, ...consents }),
  (actor, input) =>
    confirmRegistration(actor, { ...input, consents: answersOf(input), minor: minorOf(input) }),
  ({ guardian }, { event }) => (guardian ? goToGuardian(event, guardian.code) : refresh()),
)

export const answerConsents = formAction(
  z.object({ event: text, ...consents }),
  (actor, input) => recordConsent(actor, { event: input.event, answers: answersOf(input) }),
  refresh,
)

export const withdrawMyself = formAction(z.object({ event: text }), withdrawRegistration, refresh)

export const foundTeam = formAction(z.object({ event: text, name: text }), createTeam, (_done, { event }) =>
  goHome(event),
)

export const revoke = formAction(z.object({ invitation: text }), revokeInvitation, refresh)
export const leaveMyTeam = formAction(team, leaveTeam, refresh)
export const goBack = formAction(z.object({ event: text }), returnToTeam, refresh)
export const claim = formAction(team, claimCaptaincy, refresh)
export const handOver = formAction(z.object({ team: text, member: text }), handOverCaptaincy, refresh)
export const remove = formAction(z.object({ team: text, member: text }), removeMember, refresh)
export const rename = formAction(z.object({ team: text, name: text }), renameTeam, refresh)
export const withdraw = formAction(z.object({ team: text, reason: text.optional() }), withdrawTeam, refresh)

const project = {
  challengeId: text.optional(),
  title: text.optional(),
  summary: text.optional(),
  deckUrl: text.optional(),
  videoUrl: text.optional(),
  demoUrl: text.optional(),
  priorWork: text.optional(),
  ipStatement: text.optional(),
}

export const saveProject = formAction(
  z.object({ entry: text, event: text, ...project }),
  (actor, { entry, event: _event, ...typed }) => editProject(actor, { entry, project: typed }),
  (_done, { event }) => goHome(event),
)

export const submit = formAction(z.object({ entry: text }), submitProject, refresh)

const promotion = z.object({ promotion: z.uuid() })

export const comeToFinal = formAction(promotion, confirmOffer, refresh)

export const declineFinal = formAction(promotion, declineOffer, refresh)
