import type { Page } from '@playwright/test'
import { BAKU } from './roles'

/** What the world may count of the final. */
export async function counts({ request }: Page) {
  return (await (await request.get(`/api/v1/events/${BAKU}`)).json()).counts
}

/** Counts the trusted presses of what this selector names on the pages of this browser, with a thumb, the mouse or a key. */
export async function countPresses(page: Page, what = 'button, a, summary'): Promise<() => number> {
  let presses = 0
  await page.exposeFunction('tellPress', () => {
    presses += 1
  })
  await page.addInitScript((selector) => {
    const tell = (globalThis as typeof globalThis & { tellPress: () => void }).tellPress
    const onPress = (event: Event) => {
      const target = event.target as Element
      // A press on a label presses its field as well: once is enough.
      if (event.isTrusted && !target.matches('input') && target.closest(selector)) tell()
    }
    document.addEventListener('click', onPress, true)
  }, what)
  return () => presses
}
