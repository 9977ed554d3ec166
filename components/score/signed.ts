/** A figure with its sign and so many decimals; what rounds to nothing has none. */
export function signed(value: number, decimals = 1): string {
  const figure = Math.abs(value).toFixed(decimals)
  if (Number(figure) === 0) return figure
  return `${value < 0 ? '−' : '+'}${figure}`
}
