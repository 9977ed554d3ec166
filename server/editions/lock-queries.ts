import 'server-only'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '@/db/client'
import { competitions, editionLocks, editions, persons } from '@/db/schema'
import type { Actor } from '@/domain/access/actor'
import { can } from '@/domain/access/can'
import { LOCKABLE_RULES, type Lock, type LockableRule } from '@/domain/editions/locks'
import { type Refusal, refuse } from '@/domain/refusal'
import { now } from '../clock'
import { type RuleValues, ruleValues } from './rule-values'

/** The locks in force in an edition, by their rule: what anybody may know of them, and so nobody's name. */
export async function locksOf(editionId: string): Promise<ReadonlyMap<LockableRule, Lock>> {
  const rows = await database
    .select({
      rule: editionLocks.rule,
      version: editionLocks.version,
      reason: editionLocks.reason,
      since: editionLocks.lockedAt,
    })
    .from(editionLocks)
    .where(and(eq(editionLocks.editionId, editionId), isNull(editionLocks.liftedAt)))
  return new Map(rows.map((lock) => [lock.rule, lock]))
}

/** A lock with who put it on; a name is empty where the person was erased. */
export interface SignedLock extends Lock {
  readonly by: string
  readonly lifted: { readonly at: Date; readonly by: string } | null
}

export interface EditionRules {
  readonly edition: { readonly id: string; readonly slug: string; readonly year: number }
  readonly competition: string
  /** The actor locks and lifts; else only reads. */
  readonly mayLock: boolean
  /** Every rule that can be locked, with the lock in force and those lifted before, the newest first. */
  readonly rules: readonly {
    readonly rule: LockableRule
    readonly lock: SignedLock | null
    readonly before: readonly SignedLock[]
  }[]
  readonly values: RuleValues
}

/** The rules of an edition (its slug) and who locked them: for its administrators and the competition's owner. */
export async function rulesOf(actor: Actor, slug: string): Promise<EditionRules | Refusal> {
  const [found] = slug.includes('\0')
    ? []
    : await database
        .select({ edition: editions, competition: competitions.name })
        .from(editions)
        .innerJoin(competitions, eq(competitions.id, editions.competitionId))
        .where(eq(editions.slug, slug))
  if (!found) return refuse('not-found')
  const { edition, competition } = found
  const place = { edition: edition.id, competition: edition.competitionId }
  const no = can(actor, 'see-lock-history', place, now())
  if (no) return no
  const locks = await signedLocksOf(edition.id)
  return {
    edition: { id: edition.id, slug: edition.slug, year: edition.year },
    competition,
    mayLock: can(actor, 'lock-rules', place, now()) === null,
    values: await ruleValues(edition.id),
    rules: LOCKABLE_RULES.map((rule) => {
      const own = locks.filter((lock) => lock.rule === rule)
      return {
        rule,
        lock: own.find(({ lifted }) => lifted === null) ?? null,
        before: own.filter(({ lifted }) => lifted !== null),
      }
    }),
  }
}

async function signedLocksOf(editionId: string): Promise<SignedLock[]> {
  const lifter = alias(persons, 'lifter')
  const rows = await database
    .select({ lock: editionLocks, by: persons, lifter })
    .from(editionLocks)
    .innerJoin(persons, eq(persons.id, editionLocks.lockedBy))
    .leftJoin(lifter, eq(lifter.id, editionLocks.liftedBy))
    .where(eq(editionLocks.editionId, editionId))
    .orderBy(desc(editionLocks.version))
  return rows.map(({ lock, by, lifter }) => ({
    rule: lock.rule,
    version: lock.version,
    reason: lock.reason,
    since: lock.lockedAt,
    by: nameOf(by),
    lifted: lock.liftedAt && { at: lock.liftedAt, by: nameOf(lifter) },
  }))
}

const nameOf = (person: typeof persons.$inferSelect | null) =>
  person === null || person.erasedAt !== null ? '' : `${person.givenName} ${person.familyName}`.trim()
