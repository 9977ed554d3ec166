/** Puts each part under its whole, in the order given; one whose whole is not among them stands by itself. */
export function nest<T extends { readonly id: string; readonly root: string }>(
  list: readonly T[],
): readonly { readonly whole: T; readonly parts: readonly T[] }[] {
  const ids = new Set(list.map(({ id }) => id))
  const isPart = ({ id, root }: T) => root !== id && ids.has(root)
  return list
    .filter((one) => !isPart(one))
    .map((whole) => ({ whole, parts: list.filter((one) => isPart(one) && one.root === whole.id) }))
}
