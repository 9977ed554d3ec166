export interface DomainHolder {
  readonly id: string
  readonly domains: readonly string[]
}

/** The organization whose e-mail domain an address has; the longest matching domain wins, null when none does. */
export function ownerOfAddress<Holder extends DomainHolder>(
  address: string,
  holders: readonly Holder[],
): Holder | null {
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase()
  let owner: Holder | null = null
  let longest = 0
  for (const holder of holders) {
    for (const domain of holder.domains.map((name) => name.toLowerCase())) {
      const matches = host === domain || host.endsWith(`.${domain}`)
      if (matches && domain.length > longest) {
        owner = holder
        longest = domain.length
      }
    }
  }
  return owner
}

/** Whose list this probably is: the organization that owns most of its addresses. */
export function ownerOfMost<Holder extends DomainHolder>(
  addresses: readonly string[],
  holders: readonly Holder[],
): Holder | null {
  const byHost = new Map<string, number>()
  for (const address of addresses) {
    const host = address.slice(address.lastIndexOf('@'))
    byHost.set(host, (byHost.get(host) ?? 0) + 1)
  }
  const counts = new Map<Holder, number>()
  for (const [host, addressed] of byHost) {
    const owner = ownerOfAddress(host, holders)
    if (owner) counts.set(owner, (counts.get(owner) ?? 0) + addressed)
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first?.[0] ?? null
}
