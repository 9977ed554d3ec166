import type { ComponentProps, ReactNode } from 'react'

/** The places of the boxes; a digit with its space is as wide as a box with its gap, so that they meet. */
const PLACES = [0, 1, 2, 3, 4, 5]

/** Six digits in one input drawn as six boxes, so that pasting and the keyboard's own suggestion work. */
export function CodeField({
  label,
  hint,
  error,
  ...input
}: ComponentProps<'input'> & { label: ReactNode; hint?: ReactNode; error?: string | false }) {
  const about = [hint && 'code-hint', error && 'code-error'].filter(Boolean).join(' ')
  return (
    <div className="grid content-start gap-2">
      <label htmlFor="code" className="font-semibold">
        {label}
      </label>
      <div className="relative h-14 w-78 max-w-full overflow-clip [overflow-clip-margin:6px]">
        <div className="absolute inset-y-0 left-0 flex gap-2" aria-hidden="true">
          {PLACES.map((place) => (
            <span
              key={place}
              className={`w-11 rounded-md border bg-surface ${error ? 'border-danger' : 'border-control'}`}
            />
          ))}
        </div>
        <input
          id="code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={11}
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={about || undefined}
          {...input}
          className="figures absolute inset-y-0 left-0 h-14 w-84 bg-transparent pl-[.85rem] text-2xl tracking-[2.2rem] outline-none"
        />
        <span className="pointer-events-none absolute inset-y-0 left-0 hidden w-76 rounded-md outline-3 outline-focus outline-offset-2 [input:focus-visible+&]:block" />
      </div>
      {hint && (
        <p id="code-hint" className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id="code-error" role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
