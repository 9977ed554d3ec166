'use client'

import { type FocusEvent, type FormEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'

type Control = HTMLInputElement | HTMLButtonElement

const formOf = (target: EventTarget | null) =>
  target instanceof HTMLElement && 'form' in target ? (target as Control).form : null

/**
 * Lines are fixed where they stand: Enter saves a line and takes one to the next cell to fix, and a cell that was changed
 * is saved when one leaves its line. Without scripts each line has its button.
 */
export function FixInPlace({
  stamp,
  saveOnLeave = false,
  led = null,
  className,
  children,
}: {
  /** Changes whenever something was saved. */
  stamp: number
  saveOnLeave?: boolean
  /** The line one was led to, or opened. */
  led?: number | null
  className?: string
  children: ReactNode
}) {
  const region = useRef<HTMLDivElement>(null)
  const saved = useRef<{ line: string; opened: boolean; next: readonly string[] } | null>(null)
  const leaving = useRef(false)
  const pressed = useRef<HTMLFormElement | null>(null)

  useEffect(() => {
    const say = ({ formData }: FormDataEvent) => formData.set('scripted', '1')
    const here = region.current
    here?.addEventListener('formdata', say)
    return () => here?.removeEventListener('formdata', say)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved is on the page when the stamp has changed
  useEffect(() => {
    if (!saved.current) return
    const { line, opened, next } = saved.current
    saved.current = null
    if (next.length === 0) return
    const find = (selector: string) => region.current?.querySelector<HTMLElement>(selector)
    const own = find(`[data-edit="${line}"]`)
    const stop = opened
      ? (firstFault(next[0]) ?? own)
      : (next.map(firstFault).find(Boolean) ?? find('[data-then]') ?? own)
    stop?.focus()
    if (stop instanceof HTMLInputElement) stop.select()
  }, [stamp])

  useEffect(() => {
    if (led === null) return
    const cells = [
      ...(region.current?.querySelectorAll<HTMLInputElement>(`#line-${led} input:not([type=hidden])`) ?? []),
    ]
    const stop = cells.find(({ ariaInvalid }) => ariaInvalid === 'true') ?? cells[0]
    stop?.focus()
    stop?.select()
  }, [led])

  const onSubmit = ({ target }: FormEvent) => {
    const form = target as HTMLFormElement
    const forms = [...(region.current?.querySelectorAll('form[id]') ?? [])]
    const at = forms.indexOf(form)
    // Whoever went on to another cell stays there.
    const next = leaving.current ? [] : [...forms.slice(at), ...forms.slice(0, at)].map(({ id }) => id)
    saved.current = {
      line: form.dataset.line ?? '',
      opened: form.elements.namedItem('opened') !== null,
      next,
    }
    leaving.current = false
  }
  const onBlur = ({ target, relatedTarget }: FocusEvent) => {
    const form = formOf(target)
    if (!saveOnLeave || !form || pressed.current === form || formOf(relatedTarget) === form) return
    if (!isChanged(form)) return
    leaving.current = true
    form.requestSubmit()
  }
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element) || target.closest('a, button, input, label')) return
    if (getSelection()?.isCollapsed === false) return
    target.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-edit]')?.click()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing a line is a second way; its number is a link
    <div
      ref={region}
      className={className}
      onSubmit={onSubmit}
      onBlur={onBlur}
      onClick={onClick}
      // Some browsers do not focus a pressed button, so the press tells whose it is.
      onPointerDown={({ target }) => {
        pressed.current = target instanceof HTMLButtonElement ? target.form : null
      }}
      onKeyDown={() => {
        pressed.current = null
      }}
    >
      {children}
    </div>
  )
}

function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (cell) => cell instanceof HTMLInputElement && cell.type !== 'hidden' && cell.value !== cell.defaultValue,
  )
}

function firstFault(id = ''): HTMLElement | undefined {
  const form = document.getElementById(id)
  const cells = form instanceof HTMLFormElement ? [...form.elements] : []
  return cells.find((cell): cell is HTMLElement => cell instanceof HTMLElement && cell.ariaInvalid === 'true')
}
