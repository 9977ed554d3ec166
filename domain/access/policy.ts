import type { Activity } from '@/domain/events/timetable'
import type { AccessObject, Standing } from './standing'

/**
 * One action: which rows of the access policy it implements, who may do it to anything in their reach, who only to
 * what is their own, when, and whom the time does not bind (an override that the use case writes to the audit).
 */
export interface Rule {
  readonly policy: readonly string[]
  readonly allow: readonly Standing[]
  readonly own?: readonly Standing[]
  readonly when?: Activity
  readonly waivedFor?: readonly Standing[]
  /** Who is barred whatever else they are: a juror does not register for the event they judge. */
  readonly bar?: readonly Standing[]
  readonly only?: (object: AccessObject, standing: ReadonlySet<Standing>) => boolean
}

const VISITORS: readonly Standing[] = ['anonymous', 'person']
const EVERYONE: readonly Standing[] = [...VISITORS, 'bearer']
const ORGANIZER: readonly Standing[] = ['organizer']
const JURY_DESK: readonly Standing[] = ['president', 'organizer']
const JURY: readonly Standing[] = ['juror', 'conflicted_juror', 'president']
const ABOVE: readonly Standing[] = ['edition_admin', 'owner']

/** A president who scores reads others' marks only after submitting all own ballots, or once scoring is closed. */
const presidentIsDone = (object: AccessObject, standing: ReadonlySet<Standing>) =>
  standing.has('organizer') ||
  object.ownBallotsSubmitted === true ||
  (object.event !== undefined &&
    !['draft', 'registration', 'in-progress', 'judging'].includes(object.event.phase))

export const POLICY = {
  'see-event': {
    policy: ['PUB-01'],
    allow: EVERYONE,
    when: 'page-public',
    waivedFor: ['organizer', ...ABOVE],
  },
  'see-results': { policy: ['PUB-02'], allow: EVERYONE, when: 'published' },
  'see-ranking': { policy: ['PUB-03'], allow: JURY_DESK, only: presidentIsDone },
  'see-progress': {
    policy: ['PUB-04'],
    allow: [...JURY_DESK, 'parent_organizer', ...ABOVE],
    own: ['juror', 'conflicted_juror'],
  },
  'list-teams': { policy: ['PUB-05'], allow: EVERYONE, when: 'page-public', waivedFor: ORGANIZER },
  'see-contact': { policy: ['PII-01'], allow: ORGANIZER, own: ['person'] },
  'search-people': { policy: ['PII-02'], allow: ['organizer', 'helper'] },
  'export-own-data': { policy: ['PII-03'], allow: [], own: ['person'] },
  'erase-account': { policy: ['PII-04'], allow: [], own: ['person'] },
  'edit-own-person': { policy: ['PII-03'], allow: [], own: ['person'] },
  'export-participants': { policy: ['PII-05'], allow: ORGANIZER },
  // Nobody yet may as well: the registration makes a person of the address it proves.
  'register-oneself': {
    policy: ['REG-01'],
    allow: VISITORS,
    bar: JURY,
    when: 'registration-open',
  },
  'confirm-registration': {
    policy: ['REG-01'],
    allow: [],
    own: ['participant'],
    when: 'before-sealing',
  },
  'withdraw-registration': {
    policy: ['REG-01', 'REG-10'],
    allow: [],
    own: ['participant'],
    when: 'before-roster-lock',
  },
  'record-consent': { policy: ['PII-03'], allow: [], own: ['person'] },
  'claim-captaincy': {
    policy: ['REG-09'],
    allow: [],
    own: ['participant'],
    when: 'before-deadline',
  },
  'create-team': {
    policy: ['REG-02', 'REG-03'],
    allow: ['participant', 'organizer'],
    bar: JURY,
    when: 'registration-open',
    waivedFor: ORGANIZER,
  },
  // Who is not registered for the event yet registers first, under that rule.
  'join-team': {
    policy: ['REG-04', 'REG-05', 'REG-06'],
    allow: ['participant'],
    bar: JURY,
    when: 'before-roster-lock',
  },
  'edit-project': {
    policy: ['REG-07', 'REG-08'],
    allow: ORGANIZER,
    own: ['captain'],
    when: 'before-deadline',
    waivedFor: ORGANIZER,
  },
  'manage-roster': {
    policy: ['REG-09'],
    allow: ORGANIZER,
    own: ['captain'],
    when: 'before-roster-lock',
    waivedFor: ORGANIZER,
  },
  'ask-to-join': { policy: ['TEA-01'], allow: ['participant'], bar: JURY, when: 'before-roster-lock' },
  'answer-join-request': {
    policy: ['TEA-02'],
    allow: [],
    own: ['captain'],
    when: 'before-roster-lock',
  },
  'see-board': { policy: ['TEA-03'], allow: ['participant', 'organizer'], bar: JURY },
  'list-on-board': {
    policy: ['TEA-04'],
    allow: [],
    own: ['participant'],
    when: 'before-roster-lock',
  },
  'leave-team': { policy: ['REG-10'], allow: [], own: ['participant'], when: 'before-roster-lock' },
  'delete-team': { policy: ['REG-11'], allow: ORGANIZER, own: ['captain'], when: 'before-judging' },
  submit: {
    policy: ['REG-12'],
    allow: ORGANIZER,
    own: ['participant'],
    when: 'before-deadline',
    waivedFor: ORGANIZER,
  },
  'open-deliverable': { policy: ['REG-13'], allow: [...JURY_DESK, 'juror'], own: ['participant'] },
  'withdraw-team': { policy: ['REG-13'], allow: ORGANIZER, own: ['captain'], when: 'before-sealing' },
  'register-others': { policy: ['REG-14', 'ORG-14'], allow: ORGANIZER, when: 'before-sealing' },
  'list-entries-to-score': { policy: ['JUR-01'], allow: ORGANIZER, own: ['juror', 'conflicted_juror'] },
  'read-own-marks': { policy: ['JUR-02', 'JUR-08'], allow: [], own: ['juror', 'conflicted_juror'] },
  'save-marks': { policy: ['JUR-02', 'JUR-03', 'JUR-04'], allow: [], own: ['juror'], when: 'judging' },
  'read-others-marks': { policy: ['JUR-05'], allow: JURY_DESK, only: presidentIsDone },
  'declare-conflict': {
    policy: ['JUR-06'],
    allow: [],
    own: ['juror', 'conflicted_juror'],
    when: 'judging-or-deliberation',
  },
  'sign-sheet': {
    policy: ['JUR-08'],
    allow: [],
    own: ['juror', 'conflicted_juror'],
    when: 'judging-or-deliberation',
  },
  'see-comment-author': { policy: ['JUR-07'], allow: JURY_DESK, when: 'published' },
  'record-absence': { policy: ['JUR-09'], allow: JURY_DESK, when: 'judging-or-deliberation' },
  'record-conflict': { policy: ['JUR-10'], allow: JURY_DESK, when: 'before-sealing' },
  'enter-paper-marks': { policy: ['JUR-11'], allow: ORGANIZER, when: 'judging' },
  'change-rubric': { policy: ['ORG-01', 'ORG-02'], allow: ORGANIZER, only: ({ marked }) => !marked },
  'seat-jurors': { policy: ['ORG-03'], allow: ORGANIZER, when: 'before-closing' },
  'close-scoring': { policy: ['ORG-04'], allow: JURY_DESK, when: 'judging' },
  'reopen-scoring': { policy: ['ORG-05'], allow: JURY_DESK, when: 'deliberation' },
  // Where the president is in conflict with the group, the use case asks the next voting juror as `own`.
  decide: {
    policy: ['ORG-06'],
    allow: ['president'],
    own: ['juror'],
    bar: ['conflicted_juror'],
    when: 'judging-or-deliberation',
  },
  'seal-result': {
    policy: ['ORG-07'],
    allow: JURY_DESK,
    when: 'deliberation',
    only: ({ presidentless }, standing) => standing.has('president') || presidentless === true,
  },
  'publish-result': { policy: ['ORG-08'], allow: ORGANIZER, when: 'sealed' },
  'publish-correction': { policy: ['ORG-08', 'ORG-09'], allow: ORGANIZER, when: 'published' },
  'correct-result': { policy: ['ORG-09'], allow: JURY_DESK, when: 'published' },
  nominate: { policy: ['ORG-10'], allow: ORGANIZER, when: 'published' },
  'accept-promotion': { policy: ['ORG-11'], allow: ['parent_organizer', ...ABOVE] },
  'edit-event': { policy: ['ORG-12'], allow: ORGANIZER },
  'write-to-participants': { policy: ['ORG-13'], allow: ORGANIZER },
  'import-lists': { policy: ['ORG-14'], allow: ORGANIZER, when: 'registration-open' },
  'check-in': { policy: ['ORG-15'], allow: ['organizer', 'helper'] },
  'nudge-juror': { policy: ['ORG-16'], allow: ORGANIZER, when: 'judging' },
  'manage-juror-links': { policy: ['ORG-16'], allow: ORGANIZER },
  'answer-offer': { policy: ['ORG-17'], allow: ORGANIZER, own: ['captain'] },
  'run-stage': { policy: ['ORG-18'], allow: ORGANIZER, when: 'judging-or-later' },
  'write-releases': { policy: ['ORG-19'], allow: ['organizer', ...ABOVE] },
  'write-challenges': { policy: ['ORG-20'], allow: ABOVE, own: ['partner'] },
  'see-challenge-data': {
    policy: ['CHA-01'],
    allow: ['participant', 'organizer'],
    bar: JURY,
    when: 'page-public',
  },
  'see-acknowledgements': { policy: ['CHA-02'], allow: ['organizer', ...ABOVE] },
  'create-event': { policy: ['ADM-01'], allow: ['parent_organizer', ...ABOVE] },
  'grant-event-role': { policy: ['ADM-02'], allow: ['organizer', ...ABOVE] },
  'grant-edition-role': { policy: ['ADM-03'], allow: ['owner'] },
  'read-audit': { policy: ['ADM-04'], allow: [...JURY_DESK, ...ABOVE] },
  'merge-organizations': { policy: ['ADM-07'], allow: ABOVE },
  'propose-merge': { policy: ['ADM-09'], allow: ORGANIZER },
  'copy-event': { policy: ['ADM-10'], allow: ['organizer', 'parent_organizer', ...ABOVE] },
  'create-edition': { policy: ['ADM-08'], allow: ['owner'] },
  'lock-rules': { policy: ['ADM-08'], allow: ['owner'] },
  'see-lock-history': { policy: ['RUL-01'], allow: ABOVE },
  'see-own-challenge-entries': {
    policy: ['PAR-01'],
    allow: ['organizer', ...ABOVE],
    own: ['partner'],
    when: 'published',
  },
  'advance-phase': { policy: ['ORG-12'], allow: ORGANIZER },
  'see-desk': { policy: ['PUB-04'], allow: JURY_DESK },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof POLICY
