import { ownerOfAddress } from '@/domain/organizations/domain-owner'
import { foldEmail } from './clean-email'
import type { CleanLine } from './clean-line'
import type { Elsewhere, ImportContext, KnownRegistration } from './plan'

/** A list after cleaning; `lines` leaves out nothing, so that every line gets its answer. */
export interface CleanList {
  readonly name: string
  readonly institutionId: string
  readonly leftOut: ReadonlySet<number>
  readonly lines: readonly CleanLine[]
}

/** Who is known under an address, and which of several lists an address belongs to. */
export interface Claims {
  knownAs(email: string): KnownRegistration | null
  /** One key for one human being: all the addresses of somebody known are the same person. */
  personOf(email: string): string
  /** The institution an address's domain says, or null. */
  ownerOf(email: string): string | null
  /** Null when this list may count the person; otherwise where they are counted. */
  elsewhere(email: string, list: CleanList): Elsewhere | null
}

/**
 * Settles who counts whom before any line is planned. Somebody registered stays with the institution they
 * represent. Otherwise the list of the institution that owns the address's domain has the person, and where no
 * list is that one, the first list that names them.
 */
export function claimsOf(lists: readonly CleanList[], { known, institutions }: ImportContext): Claims {
  const registered = new Map<string, KnownRegistration>()
  for (const registration of known.registrations)
    for (const email of registration.emails) registered.set(foldEmail(email), registration)

  const knownAs = (email: string) => registered.get(email) ?? null
  const personOf = (email: string) => {
    const registration = knownAs(email)
    return registration ? `person ${registration.personId}` : email
  }

  const owners = new Map<string, string | null>()
  const ownerOf = (email: string) => {
    const host = email.slice(email.lastIndexOf('@'))
    const owner = owners.get(host)
    if (owner !== undefined) return owner
    owners.set(host, ownerOfAddress(email, institutions)?.id ?? null)
    return owners.get(host) ?? null
  }

  const named = new Map<string, { list: CleanList; line: number; email: string }[]>()
  for (const list of lists)
    for (const { line, student } of list.lines) {
      if (!student || list.leftOut.has(line)) continue
      const person = personOf(student.email)
      const places = named.get(person) ?? []
      if (places.length === 0) named.set(person, places)
      if (places.every((place) => place.list !== list)) places.push({ list, line, email: student.email })
    }

  function homeOf(email: string) {
    const places = named.get(personOf(email)) ?? []
    const represented = knownAs(email)?.institutionId ?? ownerOf(email)
    return places.find(({ list }) => list.institutionId === represented) ?? places[0]
  }

  return {
    knownAs,
    personOf,
    ownerOf,
    elsewhere(email, list) {
      const represented = knownAs(email)?.institutionId ?? null
      const home = homeOf(email)
      if (home && home.list !== list && (represented === null || home.list.institutionId === represented))
        return { list: home.list.name, line: home.line, institutionId: home.list.institutionId }
      if (represented !== null && represented !== list.institutionId)
        return { list: null, line: null, institutionId: represented }
      return null
    },
  }
}
