'use client'

import { useEffect, useRef } from 'react'

export interface KeyActs {
  readonly digit: (digit: number) => void
  readonly half: () => void
  readonly clear: () => void
  readonly criterion: (step: 1 | -1) => void
  readonly team: (step: 1 | -1) => void
  readonly submit: () => void
}

/** The whole sheet from the keyboard. Fields, dialogs and other buttons keep their own keys. */
export function useKeys(acts: KeyActs) {
  const current = useRef(acts)
  current.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return
      if (target.closest('input, textarea, select, dialog')) return
      const free = !target.closest('a, button') || target.closest('[data-pad]') !== null
      const { digit, half, clear, criterion, team, submit } = current.current
      if (/^\d$/.test(key)) digit(Number(key))
      else if (key === '.' || key === ',' || key === '+') half()
      else if (key === 'Backspace' || key === 'Delete') clear()
      else if (key === 'ArrowDown') criterion(1)
      else if (key === 'ArrowUp') criterion(-1)
      else if (key === 'ArrowRight') team(1)
      else if (key === 'ArrowLeft') team(-1)
      else if (key === 'Enter' && free) submit()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
