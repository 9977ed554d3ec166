import { expect, test } from 'vitest'
import { derivedConflicts, type EntryTies, type SeatTies } from './derived-conflicts'

const links = [
  { organizationId: 'ufaz', parentId: 'oil', since: null, until: null },
  { organizationId: 'faculty', parentId: 'oil', since: null, until: null },
  { organizationId: 'cnes-lab', parentId: 'cnes', since: null, until: '2017-12-31' },
]
const seat: SeatTies = { juror: 'rector', organization: 'ufaz', person: 'person' }
const team: EntryTies = { entry: 'ulduz', institutions: ['ada'], coaches: [], challengeOwner: 'cnes' }
const on = '2018-05-26'

test.each<[string, Partial<SeatTies>, Partial<EntryTies>, boolean, string[]]>([
  ['strangers', {}, {}, true, []],
  ['the same institution', {}, { institutions: ['ufaz'] }, false, ['institution through ufaz']],
  ['its parent', {}, { institutions: ['oil'] }, false, ['institution through oil']],
  ['its child', { organization: 'oil' }, { institutions: ['ufaz'] }, false, ['institution through ufaz']],
  ['its sister', {}, { institutions: ['faculty'] }, false, []],
  ['one member of several', {}, { institutions: ['ada', 'ufaz'] }, false, ['institution through ufaz']],
  ['a part no longer', { organization: 'cnes' }, { institutions: ['cnes-lab'] }, false, []],
  ['a coach', {}, { coaches: ['person'] }, false, ['coach through null']],
  ['no person, no coach', { person: null }, { coaches: ['person'] }, false, []],
  [
    'the challenge owner, where it counts',
    { organization: 'cnes' },
    {},
    true,
    ['challenge-owner through cnes'],
  ],
  ['the challenge owner, where it does not', { organization: 'cnes' }, {}, false, []],
  ['no organization', { organization: null }, { institutions: ['ufaz'], challengeOwner: null }, true, []],
])('%s', (_, juror, entry, challengeOwnerConflicts, expected) => {
  const found = derivedConflicts([{ ...seat, ...juror }], [{ ...team, ...entry }], links, {
    on,
    challengeOwnerConflicts,
  })
  expect(found.map(({ kind, through }) => `${kind} through ${through}`)).toEqual(expected)
})
