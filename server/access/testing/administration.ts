import 'server-only'
import { makeOrganization } from '@/db/factories'
import { readChain } from '../../audit/verify-chain'
import { entriesToChallenges } from '../../challenges/queries'
import { createEdition } from '../../editions/create-edition'
import { liftLock } from '../../editions/lift-lock'
import { rulesOf } from '../../editions/lock-queries'
import { lockRule } from '../../editions/lock-rule'
import { addPartnership } from '../../events/add-partnership'
import { createEvent } from '../../events/create-event'
import { planEventCopy } from '../../events/plan-event-copy'
import { done } from '../../judging/testing'
import { mergeOrganizations } from '../../organizations/merge-organizations'
import { proposeMerge } from '../../organizations/propose-merge'
import { grantRole } from '../grant-role'
import { FINAL, type Line } from './line'

export const ADMINISTRATION: readonly Line[] = [
  {
    row: 'ADM-01 create an event',
    at: 'judging',
    ask: (actor, { edition, international }) =>
      createEvent(actor, {
        editionId: edition.id,
        parentId: international.id,
        slug: 'latvia',
        name: 'Latvia',
        level: 'national',
        country: 'LV',
        city: 'Riga',
        timeZone: 'Europe/Riga',
        latitude: 56.9,
        longitude: 24.1,
        startsAt: new Date('2018-05-25T06:00:00Z'),
        endsAt: new Date('2018-05-26T15:00:00Z'),
      }),
  },
  {
    row: 'ADM-02 grant organizer or helper',
    at: 'judging',
    ask: (actor, { event, participant }) =>
      grantRole(actor, { person: participant.id, role: 'event-helper', node: event }),
  },
  {
    row: 'ADM-03 grant edition administrator',
    at: 'judging',
    ask: (actor, { edition, participant }) =>
      grantRole(actor, { person: participant.id, role: 'edition-administrator', node: edition.id }),
  },
  { row: 'ADM-04 read the audit chain of an event', at: 'judging', ask: (actor) => readChain(actor, FINAL) },
  {
    row: 'ADM-07 merge organizations',
    at: 'judging',
    ask: async (actor, { edition, organization }) =>
      mergeOrganizations(actor, {
        ...{ edition: edition.id, merged: (await makeOrganization('cnes-2', 'Cnes')).id },
        into: organization.id,
      }),
  },
  {
    row: 'ADM-09 propose a merge of organizations',
    at: 'judging',
    ask: async (actor, { event, organizer, organization }) => {
      await done(addPartnership(organizer, { event, organization: organization.id, role: 'supporter' }))
      const { id: merged } = await makeOrganization('cnes-2', 'Cnes')
      return proposeMerge(actor, { event, merged, into: organization.id })
    },
  },
  {
    row: 'ADM-08 create or clone or lock the rules of an edition',
    at: 'judging',
    ask: (actor, { competition }) =>
      createEdition(actor, {
        competitionId: competition.id,
        slug: 'actinspace-2020',
        ordinal: 4,
        year: 2020,
        scope: 'the world',
      }),
  },
  {
    row: 'ADM-08 create or clone or lock the rules of an edition',
    at: 'judging',
    ask: (actor, { edition }) =>
      lockRule(actor, { edition: edition.id, rule: 'rubric', reason: 'The same everywhere' }),
  },
  {
    row: 'ADM-08 create or clone or lock the rules of an edition',
    at: 'judging',
    ask: (actor, { edition }) => liftLock(actor, { edition: edition.id, rule: 'rubric' }),
    notes: { owner: 'rule-open' },
  },
  {
    row: 'RUL-01 see which rules an edition locks and who locked them',
    at: 'judging',
    ask: (actor) => rulesOf(actor, FINAL.edition),
  },
  {
    row: 'ADM-10 copy what an event is made of',
    at: 'judging',
    ask: (actor, { event, edition }) =>
      planEventCopy(actor, {
        ...{ source: event, edition: edition.id, parent: null, slug: 'again', name: 'Again' },
        startsAt: new Date('2019-05-24T05:00:00Z'),
      }),
  },
  {
    row: 'PAR-01 see entries to the own challenge',
    at: 'published',
    ask: (actor, { event, organization }) =>
      entriesToChallenges(actor, { event, organization: organization.id }),
    own: ['partner'],
  },
]
