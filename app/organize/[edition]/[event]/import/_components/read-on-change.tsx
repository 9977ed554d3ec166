'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** A form whose every choice counts at once; without scripts, by its button. */
export function ReadOnChange({
  id,
  action,
  className,
  children,
}: {
  id: string
  action: (form: FormData) => Promise<void>
  className?: string
  children: ReactNode
}) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const say = ({ formData }: FormDataEvent) => formData.set('scripted', '1')
    const here = form.current
    here?.addEventListener('formdata', say)
    return () => here?.removeEventListener('formdata', say)
  }, [])
  return (
    <form
      ref={form}
      id={id}
      action={action}
      className={className}
      onChange={({ currentTarget }) => currentTarget.requestSubmit()}
    >
      {children}
    </form>
  )
}
