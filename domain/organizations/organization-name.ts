import { isLegible } from '@/domain/legible'
import { type Refusal, refuse } from '@/domain/refusal'
import { withoutOverrides } from '@/domain/registration/import/clean-text'

export const MAX_ORGANIZATION_NAME = 200

/**
 * A name as it is written, in any script: NFC, without space or invisible characters at its ends.
 * Refused `organization-unnamed` when no letter or digit is in it, `organization-name-long`.
 */
export function organizationName(written: string, field = 'name'): string | Refusal {
  const name = withoutOverrides(written.normalize('NFC')).replace(
    /^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu,
    '',
  )
  if (!isLegible(name)) return refuse('organization-unnamed', { field })
  if (name.length > MAX_ORGANIZATION_NAME)
    return refuse('organization-name-long', { field, max: MAX_ORGANIZATION_NAME })
  return name
}

/**
 * An address for an organization of this name, in plain Latin letters. Where letters of another script are left out, a
 * mark of the name stands for them: two universities of one city do not meet at one address.
 */
export function organizationSlug(name: string): string {
  const folded = name
    .replace(/[ıİ]/g, 'i')
    .replace(/[əƏ]/g, 'e')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
  const plain = folded
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
  if (!/[\p{L}\p{N}]/u.test(folded.replace(/[a-z0-9]+/g, ''))) return plain || 'organization'
  return `${plain || 'organization'}-${markOf(folded)}`
}

/** Seven characters that tell texts apart (FNV-1a). */
function markOf(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36).padStart(7, '0')
}
