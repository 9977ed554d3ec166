import type { Design } from './design'
import type { Problem } from './problem'
import { changeHands, maySwap, replace } from './swaps'

type Ballot = Design['ballots'][number]

/** A change that joins two parts: two ballots change hands, or one goes to a juror of the other part. */
interface Bridge {
  readonly ballot: Ballot
  readonly other: Ballot | number
  /** How much more uneven the loads become, then how much dearer the pairs. */
  readonly price: readonly [load: number, soft: number]
}

/**
 * Joins the parts that no juror connects, as long as some ballot can go without tearing its own part: marks of two
 * parts cannot be compared. Loads and costs give way for it no more than they must.
 */
export function link(problem: Problem, design: Design): void {
  for (;;) {
    const parts = partsOf(problem, design)
    if (parts.count < 2 || !mayCross(problem, parts.of)) return
    const found = cheapestBridge(problem, design, parts.of)
    if (!found) return
    const { ballot, other } = found
    if (typeof other !== 'number') changeHands(design, ballot, other)
    else {
      replace(design.panels[ballot.entry] as number[], ballot.juror, other)
      ballot.juror = other
    }
  }
}

/** The part of each entry, then of each juror; a juror without a ballot is in none that counts. */
function partsOf({ entries, jurors }: Problem, { panels }: Design): { of: Int32Array; count: number } {
  const root = Int32Array.from({ length: entries.length + jurors.length }, (_, node) => node)
  const top = (node: number): number => {
    let at = node
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number
      at = root[at] as number
    }
    return at
  }
  panels.forEach((panel, entry) => {
    for (const juror of panel) root[top(entry)] = top(entries.length + juror)
  })
  const of = root.map((_, node) => top(node))
  const scored = panels.flatMap((panel, entry) => (panel.length > 0 ? [of[entry] as number] : []))
  return { of, count: new Set(scored).size }
}

/** Whether any entry may meet a juror of another part at all. */
function mayCross({ entries, jurors, open }: Problem, part: Int32Array): boolean {
  return open.some(
    (free, cell) =>
      free === 1 && part[Math.floor(cell / jurors.length)] !== part[entries.length + (cell % jurors.length)],
  )
}

function cheapestBridge(problem: Problem, design: Design, part: Int32Array): Bridge | null {
  const { entries, jurors, open, soft, most } = problem
  const width = jurors.length
  const loads = new Int32Array(width)
  for (const juror of design.panels.flat()) loads[juror] = (loads[juror] as number) + 1
  const spare = new Map<Ballot, boolean>()
  const isSpare = (ballot: Ballot) => {
    const known = spare.get(ballot) ?? staysWhole(problem, design, ballot)
    spare.set(ballot, known)
    return known
  }
  const price = ({ entry, juror }: Ballot, to: number) =>
    (soft[entry * width + to] as number) - (soft[entry * width + juror] as number)
  let best: Bridge | null = null
  const offer = (bridge: Bridge): void => {
    const [load, dearer] = bridge.price
    const isBetter = !best || load < best.price[0] || (load === best.price[0] && dearer < best.price[1])
    if (isBetter && isSpare(bridge.ballot)) best = bridge
  }
  for (const ballot of design.ballots) {
    for (const other of design.ballots) {
      if (part[ballot.entry] === part[other.entry]) continue
      if (!maySwap(problem, design, ballot, other, Number.POSITIVE_INFINITY)) continue
      offer({ ballot, other, price: [0, price(ballot, other.juror) + price(other, ballot.juror)] })
      if (isFree(best)) return best
    }
    for (let to = 0; to < width; to += 1) {
      const load = loads[to] as number
      if (part[entries.length + to] === part[ballot.entry] || load === 0 || load >= (most[to] as number))
        continue
      if (open[ballot.entry * width + to] === 0) continue
      const uneven = load + 1 - (loads[ballot.juror] as number)
      offer({ ballot, other: to, price: [uneven, price(ballot, to)] })
    }
  }
  return best
}

function isFree(bridge: Bridge | null): boolean {
  return bridge !== null && bridge.price[0] <= 0 && bridge.price[1] <= 0
}

/** Whether an entry and a juror stay connected without the ballot between them. */
function staysWhole({ entries, jurors }: Problem, { panels }: Design, ballot: Ballot): boolean {
  const sheets: number[][] = jurors.map(() => [])
  panels.forEach((panel, entry) => {
    for (const juror of panel) sheets[juror]?.push(entry)
  })
  const seen = new Uint8Array(entries.length)
  const queue = [ballot.entry]
  seen[ballot.entry] = 1
  for (let entry = queue.pop(); entry !== undefined; entry = queue.pop()) {
    for (const juror of panels[entry] as number[]) {
      if (juror === ballot.juror) {
        if (entry === ballot.entry) continue
        return true
      }
      for (const next of sheets[juror] as number[]) {
        if (seen[next] === 1) continue
        seen[next] = 1
        queue.push(next)
      }
    }
  }
  return false
}
