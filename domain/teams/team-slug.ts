import { plainAddress } from '@/domain/address'

/**
 * A team's address: its name in plain Latin letters, `Xəzər Sat` → `xezer-sat`, numbered when that is taken. A name in
 * a script without such letters becomes `team`.
 */
export function teamSlug(name: string, taken: ReadonlySet<string>): string {
  const base = plainAddress(name) || 'team'
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}
