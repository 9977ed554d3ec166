/** The phases of an event in a row: done, now, to come. Where the row is short only the present one has its name. */
export function Steps({
  steps,
  current,
}: {
  steps: readonly { id: string; label: string }[]
  current: string
}) {
  const now = steps.findIndex(({ id }) => id === current)
  return (
    <ol className="flex flex-wrap gap-x-4.5 gap-y-1">
      {steps.map(({ id, label }, index) => (
        <li
          key={id}
          aria-current={index === now ? 'step' : undefined}
          className={`figures flex items-center gap-1.5 whitespace-nowrap text-xs tracking-[-0.02em] ${index === now ? 'font-semibold' : 'text-muted'}`}
        >
          <StepDot state={index < now ? 'done' : index === now ? 'now' : 'ahead'} />
          <span className={index === now ? '' : 'max-[88rem]:sr-only'}>{label}</span>
        </li>
      ))}
    </ol>
  )
}

function StepDot({ state }: { state: 'done' | 'now' | 'ahead' }) {
  return (
    <svg
      viewBox="0 0 12 12"
      className={`size-3 ${state === 'now' ? 'text-primary' : 'text-muted'}`}
      aria-hidden="true"
    >
      {state === 'done' && <circle cx="6" cy="6" r="3.5" fill="currentColor" />}
      {state !== 'done' && (
        <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      )}
      {state === 'now' && <circle cx="6" cy="6" r="2.2" fill="currentColor" />}
    </svg>
  )
}
