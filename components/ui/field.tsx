import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

interface FieldProps {
  readonly label: ReactNode
  readonly name: string
  readonly hint?: ReactNode
  /** The sentence of the refusal that is about this field. */
  readonly error?: string | false
}

const BOX =
  'w-full rounded-md border bg-surface px-4 text-text placeholder:text-muted focus-visible:outline-offset-0 min-h-12'

const edge = (error: FieldProps['error']) => (error ? 'border-danger' : 'border-control')

/** One line to type in. */
export function TextField({ label, hint, error, className, ...input }: FieldProps & ComponentProps<'input'>) {
  return (
    <Labelled {...{ label, hint, error }} name={input.name} id={input.id}>
      {(about) => (
        <input type="text" {...input} {...about} className={classNames(BOX, edge(error), className)} />
      )}
    </Labelled>
  )
}

/** Several lines to type in. */
export function TextArea({
  label,
  hint,
  error,
  className,
  ...input
}: FieldProps & ComponentProps<'textarea'>) {
  return (
    <Labelled {...{ label, hint, error }} name={input.name} id={input.id}>
      {(about) => (
        <textarea
          rows={4}
          {...input}
          {...about}
          className={classNames(BOX, 'py-3', edge(error), className)}
        />
      )}
    </Labelled>
  )
}

/** One of several. */
export function SelectField({
  label,
  hint,
  error,
  className,
  ...input
}: FieldProps & ComponentProps<'select'>) {
  return (
    <Labelled {...{ label, hint, error }} name={input.name} id={input.id}>
      {(about) => <select {...input} {...about} className={classNames(BOX, edge(error), className)} />}
    </Labelled>
  )
}

/** Yes or no, with its sentence beside it. */
export function CheckField({ label, hint, error, ...input }: FieldProps & ComponentProps<'input'>) {
  const id = input.id ?? input.name
  return (
    <div>
      <label htmlFor={id} className="flex min-h-12 items-start gap-3 py-3">
        <input type="checkbox" {...input} id={id} className="mt-0.5 size-5 shrink-0 accent-primary" />
        <span>{label}</span>
      </label>
      {hint && <p className="text-muted text-sm">{hint}</p>}
      {error && <p className="text-danger text-sm">{error}</p>}
    </div>
  )
}

interface LabelledProps extends FieldProps {
  readonly id?: string
  readonly children: (about: {
    id: string
    'aria-describedby'?: string
    'aria-invalid'?: boolean
  }) => ReactNode
}

function Labelled({ label, name, hint, error, id = name, children }: LabelledProps) {
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="grid content-start gap-2">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {children({ id, 'aria-describedby': about || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
