import { foldName } from '@/domain/organizations/name'

/** What an address may be at most, and a name that becomes one. */
export const MAX_ADDRESS = 60

/** A name in plain Latin letters for an address: `Xəzər Sat` → `xezer-sat`, `ActInSpace®` → `actinspace`; perhaps empty. */
export function plainAddress(name: string): string {
  return foldName(name.replaceAll(/[®™©]/g, ''))
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_ADDRESS)
    .replaceAll(/^-+|-+$/g, '')
}

/** Whether a text can be a part of an address: small Latin letters, digits, and single hyphens between them. */
export function isAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}
