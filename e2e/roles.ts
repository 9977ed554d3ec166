import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'
import { addressOf, type Story } from './stories'

export const BAKU = 'actinspace-2018/azerbaijan'

/** Opens a browser of its own, signed in as an example account of a story (or as nobody). */
export async function enter(
  browser: Browser,
  story: Story,
  account: string | null,
  options: object = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: addressOf(story), locale: 'en-GB', ...options })
  if (account !== null) await signIn(context.request, `${account}@example.org`)
  return context.newPage()
}

/** Signs a request context in through the demo's provider, as its bar does. */
export async function signIn(request: APIRequestContext, email: string): Promise<void> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  await request.post('/api/auth/callback/demo', { form: { csrfToken, email } })
  const session = await (await request.get('/api/auth/session')).json()
  expect(session?.user, `${email} is signed in`).toBeTruthy()
}
