/** Where all arcs lead: the international final. */
export function TargetMark({ className = 'size-[1.65em]' }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={`shrink-0 text-text ${className}`} aria-hidden="true">
      <circle cx="10" cy="10" r="8.6" fill="var(--bg)" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="10" cy="10" r="2.8" fill="currentColor" />
    </svg>
  )
}
