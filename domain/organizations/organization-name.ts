import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'

export const MAX_ORGANIZATION_NAME = 200

/**
 * A name as it is written, in any script: NFC, without space or invisible characters at its ends.
 * Refused `organization-unnamed` when no letter or digit is in it, `organization-name-long`.
 */
export function organizationName(written: string, field = 'name'): string | Refusal {
  const name = written.normalize('NFC').replace(/^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu, '')
  if (!isLegible(name)) return refuse('organization-unnamed', { field })
  if (name.length > MAX_ORGANIZATION_NAME)
    return refuse('organization-name-long', { field, max: MAX_ORGANIZATION_NAME })
  return name
}

/** An address for an organization of this name, in plain Latin letters; `organization` when none are in it. */
export function organizationSlug(name: string): string {
  const plain = name
    .replace(/[ıİ]/g, 'i')
    .replace(/[əƏ]/g, 'e')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return plain || 'organization'
}
