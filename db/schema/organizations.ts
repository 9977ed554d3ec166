import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
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
import {
  ORGANIZATION_KINDS,
  type OrganizationKind,
  PARTNERSHIP_ROLES,
  type PartnershipRole,
} from '@/domain/organizations/kinds'
import { id, instant, oneOf } from './columns'
import { events } from './events'
import { persons } from './people'

export const organizations = pgTable(
  'organizations',
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    shortName: text(),
    kind: text().$type<OrganizationKind>().notNull(),
    country: text(),
    seatedIn: text(),
    rorId: text().unique(),
    mergedIntoId: uuid(),
    createdAt: instant().notNull(),
  },
  (table) => [
    check('organizations_kind', oneOf('kind', ORGANIZATION_KINDS)),
    check('organizations_country', sql`${table.country} ~ '^[A-Z]{2}$'`),
    check('organizations_merge', sql`${table.mergedIntoId} <> ${table.id}`),
  ],
)

/** Other names people use for it, in any language or script. */
export const organizationAliases = pgTable(
  'organization_aliases',
  {
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    language: text(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.name] })],
)

export const organizationDomains = pgTable('organization_domains', {
  domain: text().primaryKey(),
  organizationId: uuid()
    .notNull()
    .references(() => organizations.id, { onDelete: 'cascade' }),
})

/** One organization that became a part of another's row, with what moved, so that it can be taken apart again. */
export const organizationMerges = pgTable(
  'organization_merges',
  {
    id: id(),
    mergedId: uuid()
      .notNull()
      .references(() => organizations.id),
    intoId: uuid()
      .notNull()
      .references(() => organizations.id),
    /** By table, the keys of the rows that pointed to the merged one. */
    moved: jsonb().$type<Record<string, readonly string[]>>().notNull(),
    mergedAt: instant().notNull(),
    mergedBy: uuid().notNull(),
    undoneAt: instant(),
    undoneBy: uuid(),
  },
  (table) => [
    check('organization_merges_self', sql`${table.mergedId} <> ${table.intoId}`),
    uniqueIndex('organization_merges_once').on(table.mergedId).where(sql`${table.undoneAt} is null`),
  ],
)

/** An organizer holds two organizations for one; who may merge them says yes or no. */
export const mergeProposals = pgTable(
  'merge_proposals',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references((): AnyPgColumn => events.id),
    mergedId: uuid()
      .notNull()
      .references(() => organizations.id),
    intoId: uuid()
      .notNull()
      .references(() => organizations.id),
    reason: text(),
    proposedAt: instant().notNull(),
    proposedBy: uuid()
      .notNull()
      .references((): AnyPgColumn => persons.id),
    /** The merge it became, or another one that overtook it; a proposal that was decided without one was declined. */
    mergeId: uuid().references((): AnyPgColumn => organizationMerges.id),
    /** Why it was declined. */
    answer: text(),
    decidedAt: instant(),
    decidedBy: uuid().references((): AnyPgColumn => persons.id),
  },
  (table) => [
    check('merge_proposals_self', sql`${table.mergedId} <> ${table.intoId}`),
    check('merge_proposals_decided', sql`(${table.decidedAt} is null) = (${table.decidedBy} is null)`),
    uniqueIndex('merge_proposals_once')
      .on(table.mergedId, table.intoId)
      .where(sql`${table.decidedAt} is null`),
  ],
)

/** Who is a part of whom, and since when. */
export const organizationParents = pgTable(
  'organization_parents',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    parentId: uuid()
      .notNull()
      .references(() => organizations.id),
    since: date({ mode: 'string' }),
    until: date({ mode: 'string' }),
  },
  (table) => [
    check('organization_parents_self', sql`${table.organizationId} <> ${table.parentId}`),
    check('organization_parents_dates', sql`${table.until} >= ${table.since}`),
    index().on(table.organizationId),
    index().on(table.parentId),
  ],
)

export const partnerships = pgTable(
  'partnerships',
  {
    id: id(),
    eventId: uuid()
      .notNull()
      .references(() => events.id),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    role: text().$type<PartnershipRole>().notNull(),
    position: integer().notNull(),
  },
  (table) => [
    unique().on(table.eventId, table.organizationId, table.role),
    check('partnerships_role', oneOf('role', PARTNERSHIP_ROLES)),
  ],
)
