/**
 * A public draw: each id is placed by the hash of the seed and itself, so the same seed and ids give the same order on
 * any machine and in any order of input, and nobody can steer it without changing the seed. `hash` is SHA-256 in hex.
 */
export function drawOrder(
  ids: readonly string[],
  seed: string,
  hash: (text: string) => string,
): readonly string[] {
  return ids
    .map((id) => ({ id, place: hash(`${seed}\n${id}`) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ id }) => id)
}
