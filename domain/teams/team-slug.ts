import { foldName } from '@/domain/organizations/name'

/**
 * A team's address: its name in plain Latin letters, `Xəzər Sat` → `xezer-sat`, numbered when that is taken. A name in
 * a script without such letters becomes `team`.
 */
export function teamSlug(name: string, taken: ReadonlySet<string>): string {
  const plain = foldName(name)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  const base = plain || 'team'
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!taken.has(slug)) return slug
  }
}
