import { type Design, sortByKey, startsOf } from './design'

/**
 * Ballots on which the comparison of two parts of the design hangs alone: bridges of the juror–entry graph whose
 * ends both have other ballots. Tarjan's low links, with a stack of our own so that a long chain cannot overflow it.
 * Returns the ballots' places in the design.
 */
export function weakLinks(design: Design): number[] {
  const { entryOf, jurorOf, entries, jurors, perJuror, start } = design
  const nodes = entries.length + jurors.length
  const { next, edgesOf } = neighbours(design, nodes)
  const seenAt = new Int32Array(nodes).fill(-1)
  const low = new Int32Array(nodes)
  const cameBy = new Int32Array(nodes).fill(-1)
  const bridges: number[] = []
  let clock = 0

  for (let first = 0; first < entries.length; first += 1) {
    if (seenAt[first] !== -1) continue
    const stack = [first]
    seenAt[first] = low[first] = clock++
    while (stack.length > 0) {
      const node = stack.at(-1) ?? 0
      const edge = edgesOf(node)
      if (edge === undefined) {
        stack.pop()
        const above = stack.at(-1)
        if (above === undefined) continue
        low[above] = Math.min(low[above] ?? 0, low[node] ?? 0)
        if ((low[node] ?? 0) > (seenAt[above] ?? 0)) bridges.push(cameBy[node] ?? 0)
      } else if (edge !== cameBy[node]) {
        const other = next(node, edge)
        if (seenAt[other] === -1) {
          seenAt[other] = low[other] = clock++
          cameBy[other] = edge
          stack.push(other)
        } else low[node] = Math.min(low[node] ?? 0, seenAt[other] ?? 0)
      }
    }
  }

  const isLeaf = (ballot: number) => {
    const entry = entryOf[ballot] ?? 0
    return (start[entry + 1] ?? 0) - (start[entry] ?? 0) === 1 || perJuror[jurorOf[ballot] ?? 0] === 1
  }
  return bridges.filter((ballot) => !isLeaf(ballot)).sort((a, b) => a - b)
}

/** Entries come before jurors; `edgesOf` hands out a node's ballots one by one, then undefined. */
function neighbours({ entryOf, jurorOf, entries, jurors, start }: Design, nodes: number) {
  const count = entries.length
  const jurorStart = startsOf(jurorOf, jurors.length)
  const byJuror = sortByKey(null, jurorOf, jurors.length)
  const used = new Int32Array(nodes)
  return {
    next: (node: number, edge: number) =>
      node < count ? count + (jurorOf[edge] ?? 0) : (entryOf[edge] ?? 0),
    edgesOf(node: number): number | undefined {
      const starts = node < count ? start : jurorStart
      const index = node < count ? node : node - count
      const place = (starts[index] ?? 0) + (used[node] ?? 0)
      if (place >= (starts[index + 1] ?? 0)) return undefined
      used[node] = (used[node] ?? 0) + 1
      return node < count ? place : byJuror[place]
    },
  }
}
