import Link from 'next/link'
import type { ComponentProps } from 'react'
import { classNames } from './class-names'

const SHAPE =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-md px-5 font-semibold text-center no-underline transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55'

const LOOKS = {
  primary: 'bg-primary text-on-primary hover:brightness-110',
  secondary: 'border border-control bg-bg text-text hover:bg-sunken',
  quiet: 'text-primary hover:bg-primary-soft px-3',
  danger: 'border border-danger text-danger hover:bg-sunken',
} as const

export type ButtonLook = keyof typeof LOOKS

/** A button: verb and object. */
export function Button({
  look = 'primary',
  className,
  ...props
}: ComponentProps<'button'> & { look?: ButtonLook }) {
  return <button type="submit" {...props} className={classNames(SHAPE, LOOKS[look], className)} />
}

/** A link that looks like a button, where pressing it goes somewhere. */
export function ButtonLink({
  look = 'primary',
  className,
  ...props
}: ComponentProps<typeof Link> & { look?: ButtonLook }) {
  return <Link {...props} className={classNames(SHAPE, LOOKS[look], className)} />
}
