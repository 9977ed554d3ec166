import { type Refusal, refuse } from '@/domain/refusal'

const SHAPE = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** An e-mail domain as it is compared, from `ada.edu.az`, `@ada.edu.az` or a whole address. Refused `domain-malformed`. */
export function emailDomain(written: string, field = 'domain'): string | Refusal {
  const domain = written.trim().toLowerCase().replace(/^.*@/, '')
  return SHAPE.test(domain)
    ? domain
    : refuse('domain-malformed', { field, domain: written.trim().slice(0, 100) })
}
