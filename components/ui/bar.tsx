/** How much is over or done, as a thin line; the words beside it say the figure. */
export function Bar({
  share,
  label,
  look = 'signal',
}: {
  share: number
  label: string
  look?: 'signal' | 'primary'
}) {
  const width = `${Math.min(1, Math.max(0, share)) * 100}%`
  return (
    <div role="img" aria-label={label} className="drawn h-1 overflow-hidden rounded-full bg-line">
      <span className={`block h-full ${look === 'signal' ? 'bg-signal' : 'bg-primary'}`} style={{ width }} />
    </div>
  )
}
