/**
 * A public draw: each team is placed by the hash of the seed and its address, so the same seed and teams give the same
 * order on any machine and in any order of input, and nobody can steer it without changing the seed. `hash` is SHA-256
 * in hex.
 */
export function drawOrder<T extends { readonly slug: string }>(
  teams: readonly T[],
  seed: string,
  hash: (text: string) => string,
): readonly T[] {
  return teams
    .map((team) => ({ team, place: hash(`${seed}\n${team.slug}`) }))
    .sort((a, b) => Number(a.place > b.place) - Number(a.place < b.place))
    .map(({ team }) => team)
}
