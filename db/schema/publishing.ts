import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { PROMOTION_STATES, type PromotionState } from '@/domain/promotion/states'
import {
  AWARD_KINDS,
  type AwardKind,
  CLAIM_QUALIFIERS,
  type ClaimQualifier,
  OPENNESS,
  type Openness,
} from '@/domain/publishing/openness'
import type { Snapshot } from '@/domain/publishing/snapshot'
import { id, instant, oneOf } from './columns'
import { editions, events } from './events'
import { organizations } from './organizations'
import { offices, persons } from './people'
import { entries } from './teams'

/** A sealed ranking. A correction is a new version; nothing is edited or deleted. */
export const results = pgTable(
  'results',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    version: integer().notNull(),
    snapshot: jsonb().$type<Snapshot>().notNull(),
    digest: text().notNull(),
    note: text(),
    sealedAt: instant().notNull(),
    sealedBy: uuid()
      .notNull()
      .references(() => persons.id),
  },
  (table) => [
    unique().on(table.eventId, table.version),
    check('results_digest', sql`${table.digest} ~ '^[0-9a-f]{64}$'`),
    check('results_note', sql`${table.version} = 1 or coalesce(${table.note}, '') <> ''`),
  ],
)

/** The official places of a result; `rank` is null for an entry listed apart. */
export const resultRanks = pgTable(
  'result_ranks',
  {
    resultId: uuid()
      .notNull()
      .references(() => results.id),
    entryId: uuid()
      .notNull()
      .references(() => entries.id),
    position: integer().notNull(),
    rank: integer(),
    score: doublePrecision(),
    decidedBy: text(),
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.resultId, table.entryId] }),
    check('result_ranks_rank', sql`${table.rank} >= 1`),
  ],
)

export const releases = pgTable(
  'releases',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    slug: text().notNull(),
    source: text(),
    embargoUntil: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [unique().on(table.eventId, table.slug)],
)

export const releaseTexts = pgTable(
  'release_texts',
  {
    releaseId: uuid()
      .notNull()
      .references(() => releases.id, { onDelete: 'cascade' }),
    language: text().notNull(),
    title: text().notNull(),
    lead: text(),
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.releaseId, table.language] })],
)

export const quotes = pgTable('quotes', {
  id: id(),
  releaseId: uuid()
    .notNull()
    .references(() => releases.id, { onDelete: 'cascade' }),
  personId: uuid()
    .notNull()
    .references(() => persons.id),
  officeId: uuid().references(() => offices.id),
  language: text().notNull(),
  text: text().notNull(),
})

/** A result or a release made public: who, when, how open. */
export const publications = pgTable(
  'publications',
  {
    id: id(),
    resultId: uuid()
      .unique()
      .references(() => results.id),
    releaseId: uuid()
      .unique()
      .references(() => releases.id),
    openness: text().$type<Openness>(),
    publishedAt: instant().notNull(),
    publishedBy: uuid()
      .notNull()
      .references(() => persons.id),
  },
  (table) => [
    check('publications_one_thing', sql`num_nonnulls(${table.resultId}, ${table.releaseId}) = 1`),
    check('publications_openness', oneOf('openness', OPENNESS)),
  ],
)

export const awards = pgTable(
  'awards',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    kind: text().$type<AwardKind>().notNull(),
    name: text().notNull(),
    partnerId: uuid().references(() => organizations.id),
    entryId: uuid().references((): AnyPgColumn => entries.id),
    resultId: uuid().references(() => results.id),
  },
  (table) => [index().on(table.eventId), check('awards_kind', oneOf('kind', AWARD_KINDS))],
)

/** A place in the parent event, and who holds it now. */
export const promotions = pgTable(
  'promotions',
  {
    id: id(),
    fromEventId: uuid()
      .notNull()
      .references(() => events.id),
    toEventId: uuid()
      .notNull()
      .references(() => events.id),
    resultId: uuid().references(() => results.id),
    slot: integer().notNull(),
    state: text().$type<PromotionState>().notNull(),
    teamEntryId: uuid().references((): AnyPgColumn => entries.id),
    parentEntryId: uuid().references((): AnyPgColumn => entries.id),
    rank: integer(),
    reason: text(),
    override: text(),
    changedAt: instant().notNull(),
    changedBy: uuid().references(() => persons.id),
  },
  (table) => [
    index().on(table.toEventId),
    uniqueIndex('promotions_one_active')
      .on(table.fromEventId, table.toEventId, table.slot)
      .where(sql`${table.state} in ('open', 'offered', 'confirmed', 'accepted')`),
    uniqueIndex('promotions_team_once')
      .on(table.toEventId, table.teamEntryId)
      .where(sql`${table.state} in ('offered', 'confirmed', 'accepted')`),
    check('promotions_state', oneOf('state', PROMOTION_STATES)),
    check('promotions_slot', sql`${table.slot} >= 1`),
    check('promotions_holder', sql`(${table.state} = 'open') = (${table.teamEntryId} is null)`),
    check('promotions_edge', sql`${table.fromEventId} <> ${table.toEventId}`),
  ],
)

/** Why a better placed team was passed over. */
export const passedOver = pgTable(
  'passed_over',
  {
    promotionId: uuid()
      .notNull()
      .references(() => promotions.id),
    entryId: uuid()
      .notNull()
      .references(() => entries.id),
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.promotionId, table.entryId] })],
)

/** The team as it travels. */
export const delegations = pgTable('delegations', {
  id: id(),
  promotionId: uuid()
    .notNull()
    .unique()
    .references(() => promotions.id),
  rosterLockedAt: instant(),
})

export const delegationMembers = pgTable(
  'delegation_members',
  {
    delegationId: uuid()
      .notNull()
      .references(() => delegations.id),
    personId: uuid()
      .notNull()
      .references(() => persons.id),
    substitute: boolean().notNull().default(false),
    invitationLetter: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.delegationId, table.personId] })],
)

/** A published figure with its source; it stands beside the computed one and neither overwrites the other. */
export const claims = pgTable(
  'claims',
  {
    id: id(),
    editionId: uuid()
      .notNull()
      .references(() => editions.id),
    eventId: uuid().references(() => events.id),
    metric: text().notNull(),
    qualifier: text().$type<ClaimQualifier>().notNull(),
    value: integer().notNull(),
    asOf: date({ mode: 'string' }),
    source: text().notNull(),
    position: integer().notNull().default(0),
  },
  (table) => [
    index().on(table.editionId),
    check('claims_qualifier', oneOf('qualifier', CLAIM_QUALIFIERS)),
    check('claims_source', sql`${table.source} <> ''`),
  ],
)

/** Who did what to what, when. Holds ids and salted digests only, so that erasing a person breaks no chain. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    chain: text().notNull(),
    ordinal: bigint({ mode: 'number' }).notNull(),
    actorId: uuid(),
    action: text().notNull(),
    objectKind: text().notNull(),
    objectId: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull(),
    at: instant().notNull(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.chain, table.ordinal] }),
    index().on(table.objectKind, table.objectId),
    check('audit_entries_hash', sql`${table.hash} ~ '^[0-9a-f]{64}$'`),
  ],
)

/** The end of each chain; its row lock puts simultaneous entries in order. */
export const auditChains = pgTable('audit_chains', {
  chain: text().primaryKey(),
  ordinal: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
})
