import { expect, type Page } from '@playwright/test'

/** Reads the newest six-digit code mailed to an address, in the demo's own mailbox. */
export async function codeFor(page: Page, email: string): Promise<string> {
  const mailbox = await page.context().newPage()
  await mailbox.goto('/mailbox')
  const mail = mailbox.locator('li[data-mail="sign-in"]').filter({ hasText: email }).first()
  await expect(mail).toBeVisible()
  const code = /\b(\d{6})\b/.exec((await mail.textContent()) ?? '')?.[1] ?? ''
  await mailbox.close()
  return code
}

/** The link of the newest sign-in mail to an address. */
export async function linkFor(page: Page, email: string): Promise<string> {
  const mailbox = await page.context().newPage()
  await mailbox.goto('/mailbox')
  const mail = mailbox.locator('li[data-mail="sign-in"]').filter({ hasText: email }).first()
  await expect(mail).toBeVisible()
  const link = /https?:\/\/\S+\/sign-in\/link\/\S+/.exec((await mail.textContent()) ?? '')?.[0] ?? ''
  await mailbox.close()
  expect(link).not.toBe('')
  return link
}

/** Types the code on the page one was led to. */
export async function enterCode(page: Page, email: string): Promise<void> {
  await expect(page.getByLabel('Six-digit code')).toBeVisible()
  await page.getByLabel('Six-digit code').fill(await codeFor(page, email))
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Signs in at the page one is on, or is led to, by the code mailed to an address. */
export async function signInByCode(page: Page, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the code' }).click()
  await enterCode(page, email)
}
