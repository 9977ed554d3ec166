import 'server-only'
import { makeOrganization } from '@/db/factories'
import { writeChallenge } from '../../challenges/write-challenge'
import { recordClaim } from '../../editions/record-claim'
import { addPartnership } from '../../events/add-partnership'
import { setOpenness } from '../../events/set-openness'
import { askReopening } from '../../judging/ask-reopening'
import { assignPanel } from '../../judging/assign-panel'
import { closeScoring } from '../../judging/close-scoring'
import { seatJuror } from '../../judging/seat-juror'
import { setAsideBallot } from '../../judging/set-aside-ballot'
import { setRubric } from '../../judging/set-rubric'
import { done } from '../../judging/testing'
import { makeJurorLink } from '../../juror-links/make-juror-link'
import { makeLinkCards } from '../../juror-links/make-link-cards'
import { revokeJurorLink } from '../../juror-links/revoke-juror-link'
import { acceptPromotion } from '../../promotion/accept-promotion'
import { confirmOffer } from '../../promotion/confirm-offer'
import { nominateWinner } from '../../promotion/nominate-winner'
import { setPromotionRule } from '../../promotion/set-promotion-rule'
import { publishRelease } from '../../publishing/publish-release'
import { publishResult } from '../../publishing/publish-result'
import { correctResult } from '../../ranking/correct-result'
import { sealResult } from '../../ranking/seal-result'
import { runImport } from '../../registration/import/run-import'
import { moveStage } from '../../stage/move-stage'
import { aBallot } from './jury'
import type { Line } from './line'
import type { World } from './roles'

const RELEASE = { language: 'en', title: 'Baku has a winner', body: 'The jury has decided.' }

const RUBRIC = [{ kind: 'weighted' as const, name: 'Innovation', weight: 100 }]

const LIST = new TextEncoder().encode('Name,E-mail\nNərmin Əliyeva,narmin@ada.example\n')

const challengeOf = (ownerId: string, { edition }: World) => ({
  editionId: edition.id,
  ownerId,
  code: 'C-1',
  title: 'Oil spills seen from space',
})

export const ORGANIZER: readonly Line[] = [
  {
    row: 'ORG-01 change the rubric',
    at: 'judging',
    ask: (actor, { event }) => setRubric(actor, { event, criteria: RUBRIC }),
  },
  {
    row: 'ORG-02 change the rubric',
    at: 'all-cast',
    ask: (actor, { event }) => setRubric(actor, { event, criteria: RUBRIC }),
  },
  {
    row: 'ORG-03 seat or assign jurors',
    at: 'judging',
    ask: (actor, { event }) => assignPanel(actor, { event }),
  },
  {
    row: 'ORG-03 seat or assign jurors',
    at: 'judging',
    ask: (actor, { event }) => seatJuror(actor, { event, office: 'Rector of a university', voting: false }),
  },
  { row: 'ORG-04 close scoring', at: 'all-cast', ask: (actor, { event }) => closeScoring(actor, { event }) },
  {
    row: 'ORG-05 reopen scoring',
    at: 'deliberation',
    ask: (actor, { event }) => askReopening(actor, { event, reason: 'A ballot was lost' }),
  },
  {
    row: 'ORG-06 record a jury decision or set a ballot aside',
    at: 'deliberation',
    ask: async (actor, world) =>
      setAsideBallot(actor, { ballot: await aBallot(world), reason: 'Came after a hint' }),
  },
  {
    row: 'ORG-07 seal the result',
    at: 'deliberation',
    ask: (actor, { event }) => sealResult(actor, { event }),
    own: [],
  },
  {
    row: 'ORG-08 publish',
    at: 'sealed',
    ask: (actor, { event }) => publishResult(actor, { event, openness: 'ranks' }),
  },
  {
    row: 'ORG-09 correct a published result',
    at: 'published',
    ask: async (actor, world) => {
      const setAside = { ballot: await aBallot(world), reason: 'Came after a hint' }
      return correctResult(actor, { event: world.event, note: 'A ballot does not count', setAside })
    },
    notes: { organizer: 'president-signs' },
  },
  {
    row: 'ORG-10 nominate by the rule for the parent event',
    at: 'published',
    ask: (actor, { event }) => nominateWinner(actor, { event }),
  },
  {
    row: 'ORG-11 accept into the parent event',
    at: 'confirmed',
    ask: (actor, { promotion }) => acceptPromotion(actor, { promotion }),
  },
  {
    row: 'ORG-12 edit event settings',
    at: 'judging',
    ask: (actor, { event, organization }) =>
      addPartnership(actor, { event, organization: organization.id, role: 'supporter' }),
  },
  {
    row: 'ORG-12 edit event settings',
    at: 'judging',
    ask: (actor, { event }) => setOpenness(actor, { event, openness: 'winners' }),
  },
  {
    row: 'ORG-12 edit event settings',
    at: 'judging',
    ask: (actor, { event }) => setPromotionRule(actor, { event, slots: 2, capPerRoot: 1 }),
  },
  {
    row: 'ORG-18 run the stage and the reveal',
    at: 'judging',
    ask: (actor, { event, winner }) => moveStage(actor, { event, move: 'call', entry: winner, after: 0 }),
  },
  {
    row: 'ORG-16 create or revoke a personal juror link',
    at: 'judging',
    ask: (actor, { seats }) => makeJurorLink(actor, { juror: seats[0]?.id ?? '' }),
  },
  {
    row: 'ORG-16 create or revoke a personal juror link',
    at: 'published',
    ask: async (actor, { organizer, seats }) => {
      const { juror } = await done(makeJurorLink(organizer, { juror: seats[0]?.id ?? '' }))
      return revokeJurorLink(actor, { juror })
    },
  },
  {
    row: 'ORG-16 create or revoke a personal juror link',
    at: 'judging',
    ask: (actor, { event }) => makeLinkCards(actor, { event, claimed: true }),
  },
  {
    row: 'ORG-17 confirm or decline an offered place',
    at: 'offered',
    ask: (actor, { promotion }) => confirmOffer(actor, { promotion }),
    own: ['captain'],
  },
  {
    row: 'ORG-19 write and publish releases and claims of the event',
    at: 'judging',
    ask: (actor, { edition, event }) =>
      recordClaim(actor, {
        editionId: edition.id,
        eventId: event,
        metric: 'students',
        qualifier: 'exactly',
        value: 105,
        source: 'press release',
      }),
  },
  {
    row: 'ORG-19 write and publish releases and claims of the event',
    at: 'judging',
    ask: (actor, { event }) => publishRelease(actor, { event, slug: 'winner', texts: [RELEASE], quotes: [] }),
  },
  {
    row: 'ORG-20 write challenges of the edition',
    at: 'judging',
    ask: (actor, world) => writeChallenge(actor, challengeOf(world.organization.id, world)),
    own: ['partner'],
  },
  {
    row: 'ORG-14 import lists',
    at: 'registration',
    ask: async (actor, { event }) => {
      const { id: institution } = await makeOrganization('ada')
      return runImport(actor, { event, lists: [{ name: 'ada.csv', bytes: LIST, institution }] })
    },
  },
]
