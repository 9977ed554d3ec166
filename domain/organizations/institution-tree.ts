/** "Is a part of", from a day (inclusive) until a day (inclusive); null leaves that end open. Days are YYYY-MM-DD. */
export interface ParentLink {
  readonly organizationId: string
  readonly parentId: string
  readonly since: string | null
  readonly until: string | null
}

/** What the organization was directly a part of on that day, or null. */
export function parentOf(organizationId: string, links: readonly ParentLink[], on: string): string | null {
  const link = links.find(
    ({ organizationId: child, since, until }) =>
      child === organizationId && (since === null || since <= on) && (until === null || on <= until),
  )
  return link?.parentId ?? null
}

/** The top of the tree an organization stood in on that day: itself when it was a part of nothing. */
export function rootOf(organizationId: string, links: readonly ParentLink[], on: string): string {
  const seen = new Set<string>()
  let current = organizationId
  while (!seen.has(current)) {
    seen.add(current)
    const parent = parentOf(current, links, on)
    if (parent === null) return current
    current = parent
  }
  // A circle has no top; its first name in order is one that every member of the circle agrees on.
  return [...seen].filter((id) => leadsTo(id, id, links, on)).sort()[0] ?? current
}

/** Whether one comes from an organization up to another, which may be itself where the links run in a circle. */
export function leadsTo(from: string, to: string, links: readonly ParentLink[], on: string): boolean {
  const seen = new Set<string>()
  for (
    let next = parentOf(from, links, on);
    next !== null && !seen.has(next);
    next = parentOf(next, links, on)
  ) {
    if (next === to) return true
    seen.add(next)
  }
  return false
}

/** The conflict rule's "the same, or its parent or child": one step up or down, so two faculties are not related. */
export function related(a: string, b: string, links: readonly ParentLink[], on: string): boolean {
  return a === b || parentOf(a, links, on) === b || parentOf(b, links, on) === a
}

/** How many institutions these are: as named, and by the root each belongs to. Repeats count once. */
export function countInstitutions(
  ids: readonly string[],
  links: readonly ParentLink[],
  on: string,
): { roots: number; named: number } {
  return {
    roots: new Set(ids.map((id) => rootOf(id, links, on))).size,
    named: new Set(ids).size,
  }
}
