import { z } from 'zod'
import { ballotTotaller } from '@/domain/judging/ballot-total'
import { signedSheet } from '@/domain/judging/signed-sheet'
import { BALLOT_STATES, CRITERION_KINDS, DECISION_KINDS } from '@/domain/judging/states'
import { canonicalJson } from '@/domain/ranking/canonical-json'
import { DELIBERATION_REASONS } from '@/domain/ranking/companion/deliberation'
import { RUNGS } from '@/domain/ranking/ladder'
import type { Ranking } from '@/domain/ranking/rank'
import type { Sha256 } from '@/domain/ranking/sha256'
import type { Snapshot } from './snapshot'

/** How a package tells itself from any other JSON. */
export const PACKAGE_FORMAT = 'apogee-package-1'

const id = z.string().min(1)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const cell = z.strictObject({ juror: id, entry: id })
const marks = z.record(z.string(), z.number())
const rung = z.enum(RUNGS)

const ranked = {
  input: z.strictObject({
    entries: z.array(z.strictObject({ id, withdrawn: z.boolean() })),
    jurors: z.array(z.strictObject({ id, order: z.int(), voting: z.boolean(), president: z.boolean() })),
    criteria: z.array(
      z.strictObject({
        id,
        kind: z.enum(CRITERION_KINDS),
        position: z.int(),
        weight: z.number().nullable(),
        scale: z.strictObject({ min: z.number(), max: z.number(), step: z.number() }),
      }),
    ),
    ballots: z.array(cell.extend({ status: z.enum(BALLOT_STATES), setAside: z.boolean(), marks }).strict()),
    decisions: z.array(
      z.strictObject({
        id,
        kind: z.enum(DECISION_KINDS),
        entries: z.array(id),
        by: id,
        close: z
          .strictObject({
            seed: hash,
            reasons: z.array(z.enum(DELIBERATION_REASONS)),
            pFirst: z.array(z.number()),
          })
          .optional(),
      }),
    ),
    conflicts: z.array(cell),
    assignments: z.array(cell),
    slots: z.int(),
    minBallots: z.int(),
  }),
  ranks: z.array(z.strictObject({ entry: id, rank: z.int(), decidedBy: rung })),
  notRanked: z.array(z.strictObject({ entry: id, reason: z.enum(['withdrawn', 'no-ballots', 'gate']) })),
}

const snapshot = z.strictObject({
  rulesVersion: z.int(),
  event: id,
  ...ranked,
  awards: z.array(z.strictObject({ award: id, ...ranked, winners: z.array(id) })).optional(),
})

const chainEntry = z.strictObject({
  chain: id,
  ordinal: z.int(),
  actorId: id.nullable(),
  action: z.string(),
  objectKind: z.string(),
  objectId: z.string(),
  details: z.record(z.string(), z.unknown()),
  at: z.string(),
  previousHash: hash,
  hash,
})

/** Everything a stranger needs to find a sealed result again, and nothing that names a person. */
export const packageShape = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  event: z.strictObject({ id, address: z.string() }),
  result: z.strictObject({ id, version: z.int(), digest: hash }),
  snapshot,
  /** What the ids are called in public: teams, offices, criteria, special prizes. */
  names: z.strictObject({
    entries: z.record(z.string(), z.string()),
    jurors: z.record(z.string(), z.string()),
    criteria: z.record(z.string(), z.string()),
    awards: z.record(z.string(), z.string()).optional(),
  }),
  /** The total of each submitted ballot. */
  totals: z.array(cell.extend({ total: z.number() }).strict()),
  /** The fair averages behind the official ranks. */
  ranking: z.array(z.strictObject({ entry: id, rank: z.int(), score: z.number(), decidedBy: rung })),
  /** The jurors whose signature stands under these ballots. */
  signatures: z.array(z.strictObject({ juror: id, fingerprint: hash, at: z.string() })),
  /** The event's audit chain from its first entry to the one that tells of the seal. */
  chain: z.array(chainEntry),
  /** SHA-256 over the canonical JSON of all the rest. */
  contents: hash,
})

export type SealedPackage = z.infer<typeof packageShape>
export type ChainEntry = z.infer<typeof chainEntry>

/** The total of each submitted ballot, in the snapshot's order. */
export function totalsOf({ input }: Pick<Snapshot, 'input'>): SealedPackage['totals'] {
  const totalOf = ballotTotaller(input.criteria)
  return input.ballots.flatMap(({ juror, entry, status, marks }) => {
    const total = status === 'submitted' ? totalOf(marks) : null
    return total === null ? [] : [{ entry, juror, total }]
  })
}

/** The places with their fair averages, as a package holds them. */
export const placesOf = ({ ranking }: Pick<Ranking, 'ranking'>): SealedPackage['ranking'] =>
  ranking.map(({ entry, rank, score, decidedBy }) => ({ entry, rank, score, decidedBy }))

/**
 * The signatures that stand: those the chain tells of and does not withdraw, under a sheet that is still what was
 * signed.
 */
export function signaturesOf(
  chain: readonly ChainEntry[],
  snapshot: Snapshot,
  sha256: Sha256,
): SealedPackage['signatures'] {
  const standing = new Map<string, { fingerprint: unknown; at: string }>()
  for (const { action, objectId, details, at } of chain) {
    if (action === 'sign-sheet') standing.set(objectId, { fingerprint: details.fingerprint, at })
    if (action === 'withdraw-signature') standing.delete(objectId)
  }
  return inputsOf(snapshot).flatMap((input) =>
    input.jurors.flatMap(({ id: juror }) => {
      const signed = standing.get(juror)
      const fingerprint = sha256(canonicalJson(signedSheet(snapshot.event, juror, input)))
      return signed?.fingerprint === fingerprint ? [{ juror, fingerprint, at: signed.at }] : []
    }),
  )
}

/** What each of an event's juries gave: its own first, then those of the special prizes. */
export const inputsOf = ({ input, awards = [] }: Snapshot): Snapshot['input'][] => [
  input,
  ...awards.map((award) => award.input),
]

/** The digest that a package ends with. */
export function contentsDigest({ contents: _, ...rest }: SealedPackage, sha256: Sha256): string {
  return sha256(canonicalJson(rest))
}
