import { canonicalJson } from '@/domain/ranking/canonical-json'
import { isCloseDecision } from '@/domain/ranking/close-calls'
import { closeCallOf } from '@/domain/ranking/companion/close-group'
import { companionOf } from '@/domain/ranking/companion/companion'
import { companionInputOf } from '@/domain/ranking/companion/companion-input'
import { type Ranking, rank } from '@/domain/ranking/rank'
import type { Sha256 } from '@/domain/ranking/sha256'
import {
  contentsDigest,
  inputsOf,
  packageShape,
  placesOf,
  type SealedPackage,
  signaturesOf,
  totalsOf,
} from './sealed-package'
import { RULES_VERSION, snapshotAgain } from './snapshot'

/** What is checked, in the order it is told. */
export const PARTS = [
  'shape',
  'spelling',
  'contents',
  'rules',
  'names',
  'totals',
  'ranking',
  'gates',
  'ranks',
  'awards',
  'digest',
  'chain',
  'seal',
  'decisions',
  'close-calls',
  'signatures',
] as const
export type Part = (typeof PARTS)[number]

/** One part of a package: whether it holds, and the figures its sentence needs. */
export interface Finding {
  readonly part: Part
  readonly holds: boolean
  readonly values: Readonly<Record<string, string | number>>
}

/** What the first entry of an audit chain stands on. */
const GENESIS = '0'.repeat(64)

/**
 * Recomputes a sealed result from its package alone: each ballot's total, the gate, the fair averages, the tie ladder
 * with the recorded decisions, the official ranks, the digest, the audit chain and the signatures. `text` is the file
 * as it was read, so that nothing can stand in it twice.
 */
export function verifyPackage(text: string, parsed: unknown, sha256: Sha256): readonly Finding[] {
  const shaped = packageShape.safeParse(parsed)
  if (!shaped.success) {
    const [issue] = shaped.error.issues
    return [{ part: 'shape', holds: false, values: { path: issue?.path.join('.') || '–' } }]
  }
  const sealed = shaped.data
  const { event, result, snapshot, chain } = sealed
  const again = attempt(() => rank({ ...snapshot.input, checkPairs: false }))
  const whole = attempt(() => snapshotAgain(snapshot))
  const finding = (part: Part, holds: boolean, values: Finding['values'] = {}): Finding => ({
    part,
    holds,
    values,
  })
  const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b)
  const brokenAt = brokenLink(sealed, sha256)
  return [
    finding('shape', true, { path: '–' }),
    finding('spelling', withoutSpace(text) === withoutSpace(canonicalJson(parsed))),
    finding('contents', contentsDigest(sealed, sha256) === sealed.contents),
    finding('rules', snapshot.rulesVersion === RULES_VERSION, { version: snapshot.rulesVersion }),
    finding('names', areNamed(sealed), { count: Object.keys(sealed.names.entries).length }),
    finding(
      'totals',
      same(
        attempt(() => totalsOf(snapshot)),
        sealed.totals,
      ),
      { count: sealed.totals.length },
    ),
    finding('ranking', again !== null && same(placesOf(again), sealed.ranking), {
      count: sealed.ranking.length,
    }),
    finding('gates', again?.sealable === true),
    finding('ranks', whole !== null && same({ ...whole, event: event.id }, snapshot), {
      count: snapshot.ranks.length,
      apart: snapshot.notRanked.length,
    }),
    finding('awards', same(whole?.awards ?? [], snapshot.awards ?? []), {
      count: snapshot.awards?.length ?? 0,
    }),
    finding('digest', sha256(canonicalJson(snapshot)) === result.digest, { digest: result.digest }),
    finding('chain', brokenAt === null, { count: chain.length, at: brokenAt ?? 0 }),
    finding('seal', tellsOfTheSeal(sealed), { version: result.version, at: chain.at(-1)?.at ?? '–' }),
    finding('decisions', areRecorded(sealed), { count: snapshot.input.decisions.length }),
    finding('close-calls', again !== null && areCloseCalls(sealed, again, sha256), {
      count: snapshot.input.decisions.filter(isCloseDecision).length,
    }),
    finding('signatures', same(signaturesOf(chain, snapshot, sha256), sealed.signatures), {
      count: sealed.signatures.length,
    }),
  ]
}

/** Ballots that no rule can read give no ranking. */
function attempt<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch {
    return null
  }
}

/** Line breaks and indents say nothing, but those inside a text do. */
const withoutSpace = (json: string) => json.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')

function areNamed({ names, snapshot }: SealedPackage): boolean {
  const named = (list: readonly { id: string }[], by: Readonly<Record<string, string>>) =>
    list.length === Object.keys(by).length && list.every(({ id }) => Object.hasOwn(by, id))
  const inputs = inputsOf(snapshot)
  const awards = (snapshot.awards ?? []).map(({ award }) => ({ id: award }))
  return (
    named(snapshot.input.entries, names.entries) &&
    named(
      inputs.flatMap(({ jurors }) => jurors),
      names.jurors,
    ) &&
    named(
      inputs.flatMap(({ criteria }) => criteria),
      names.criteria,
    ) &&
    named(awards, names.awards ?? {})
  )
}

/** The place of the first entry that does not stand on the one before it; null when all do. */
function brokenLink({ chain, event }: SealedPackage, sha256: Sha256): number | null {
  let before = GENESIS
  for (const [index, { hash, ...entry }] of chain.entries()) {
    const follows = entry.chain === event.id && entry.ordinal === index + 1 && entry.previousHash === before
    if (!follows || sha256(canonicalJson(entry)) !== hash) return index + 1
    before = hash
  }
  return null
}

/** The chain ends with the seal of this very result: the same id, digest and version. */
function tellsOfTheSeal({ chain, result, snapshot, event }: SealedPackage): boolean {
  const last = chain.at(-1)
  if (!last || snapshot.event !== event.id || last.objectId !== result.id) return false
  const [action, version] =
    result.version === 1 ? ['seal-result', undefined] : ['correct-result', result.version]
  return (
    last.action === action &&
    last.objectKind === 'result' &&
    last.details.digest === result.digest &&
    last.details.version === version
  )
}

/** Each decision that ranked somebody was recorded in the chain as it stands here. */
function areRecorded({ chain, snapshot: { input } }: SealedPackage): boolean {
  const recorded = new Map(
    chain
      .filter(({ action }) => action === 'record-decision')
      .map(({ objectId, details }) => [objectId, canonicalJson(details)]),
  )
  return input.decisions.every(({ id, by: _, ...decided }) => recorded.get(id) === canonicalJson(decided))
}

/** Where entries too close to call were put in order, the companion drawn again from the ballots asks for it too. */
function areCloseCalls({ snapshot: { input } }: SealedPackage, ranking: Ranking, sha256: Sha256): boolean {
  const decisions = input.decisions.filter(isCloseDecision)
  if (decisions.length === 0) return true
  const asked = companionInputOf(input, ranking, sha256)
  const companion = companionOf(asked)
  return decisions.every(
    ({ entries, close }) =>
      canonicalJson(closeCallOf(companion, asked.seed, entries)) === canonicalJson(close),
  )
}

/** Who won which special prize, by the names of the package. */
export function namedAwards({ snapshot, names }: SealedPackage) {
  return (snapshot.awards ?? []).map(({ award, winners }) => ({
    award: names.awards?.[award] ?? award,
    teams: winners.map((entry) => names.entries[entry] ?? entry),
  }))
}

/** Who was ranked where, by the names of the package, for whoever reads the verdict. */
export function namedPlaces({ snapshot, names }: SealedPackage) {
  return snapshot.ranks.map(({ entry, rank, decidedBy }) => ({
    rank,
    team: names.entries[entry] ?? entry,
    decidedBy,
  }))
}
