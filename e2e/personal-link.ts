import { expect, type Page } from '@playwright/test'
import { BAKU } from './roles'

/** A seat of the organizer's list, its personal link unfolded. */
export async function seatOf(desk: Page, office: string) {
  await desk.goto(`/organize/${BAKU}/jury`)
  const seat = desk.getByRole('listitem').filter({ hasText: office }).first()
  await seat.getByText(/^Personal link:/).click()
  return seat
}

/** Presses a button that makes a link, and reads where the link leads. */
export async function makeLink(desk: Page, office: string, button: string): Promise<string> {
  const seat = await seatOf(desk, office)
  await seat.getByRole('button', { name: button }).click()
  await expect(seat.getByRole('img', { name: `Personal link for ${office}` })).toBeVisible()
  await expect(seat.getByText('Personal link: waiting to be opened')).toBeVisible()
  const address = await seat.getByText(/\/jury\/link\//).textContent()
  return new URL(address ?? '').pathname
}
