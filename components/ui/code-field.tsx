import type { ComponentProps, ReactNode } from 'react'

/** Six digits in one input, so that pasting and the keyboard's own suggestion work. */
export function CodeField({
  label,
  error,
  ...input
}: ComponentProps<'input'> & { label: ReactNode; error?: string | false }) {
  return (
    <div className="grid gap-2">
      <label htmlFor="code" className="font-semibold">
        {label}
      </label>
      <input
        id="code"
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={11}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'code-error' : undefined}
        {...input}
        className={`figures h-16 w-full rounded-md border bg-surface px-4 text-center text-2xl tracking-[0.5em] ${error ? 'border-danger' : 'border-control'}`}
      />
      {error && (
        <p id="code-error" role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
