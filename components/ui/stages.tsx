/** The few steps of one task, numbered: “✓ Files  ② Check  ③ Import”. */
export function Stages({ stages, current }: { stages: readonly string[]; current: number }) {
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-1">
      {stages.map((stage, index) => (
        <li
          key={stage}
          aria-current={index === current ? 'step' : undefined}
          className={`flex items-center gap-2 ${index === current ? 'font-semibold' : 'text-muted'}`}
        >
          {index < current ? (
            <svg viewBox="0 0 14 14" className="size-3.5 text-text" aria-hidden="true">
              <path d="M2 7.5l3.5 3.5L12 3.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
            </svg>
          ) : (
            <span
              className={`drawn figures grid size-5.5 place-items-center rounded-full text-xs ${
                index === current ? 'bg-primary text-on-primary' : 'border border-control'
              }`}
            >
              {index + 1}
            </span>
          )}
          {stage}
        </li>
      ))}
    </ol>
  )
}
