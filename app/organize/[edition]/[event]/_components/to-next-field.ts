import type { KeyboardEvent } from 'react'

/** Enter in a line goes to what comes after it in the form, at last to the button, which alone submits. */
export function toNextField(press: KeyboardEvent<HTMLFormElement>): void {
  if (press.key !== 'Enter' || press.nativeEvent.isComposing || !(press.target instanceof HTMLInputElement))
    return
  press.preventDefault()
  const stops = [...press.currentTarget.elements].filter(
    (stop) => stop instanceof HTMLElement && stop.tabIndex >= 0 && !stop.matches('[type=hidden], :disabled'),
  )
  const next = stops[stops.indexOf(press.target) + 1]
  if (next instanceof HTMLElement) next.focus()
  if (next instanceof HTMLInputElement) next.select()
}
