import { foldName } from '@/domain/organizations/name'

/**
 * What makes two spellings one team: case, İ/I/ı/i, ə/ä/e, Latin accents, dashes and the amount of space do not
 * count. Stored beside the name, so that the same team is found from any list.
 */
export function teamKey(name: string): string {
  return foldName(name)
    .replace(/\s*\p{Pd}\s*/gu, '-')
    .replace(/[’‘ʼ`´]/g, "'")
}
