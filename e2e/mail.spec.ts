import { expect, type Page, test } from '@playwright/test'
import { enterCode } from './mailbox'
import { BAKU, enter } from './roles'

/** The newest mail of a kind to an address, as the demo's mailbox shows it. */
async function mailTo(page: Page, template: string, address: string) {
  const mailbox = await page.context().newPage()
  await mailbox.goto('/mailbox')
  const mail = mailbox.locator(`li[data-mail="${template}"]`).filter({ hasText: address }).first()
  await expect(mail).toBeVisible()
  return mail
}

test('what is sent is what the organizer has read, and it is listed with its words', async ({ browser }) => {
  const page = await enter(browser, 'judging', 'organizer')
  await page.goto(`/organize/${BAKU}/messages`)
  const send = page.getByRole('button', { name: 'Send to all of them' })
  await page.locator('select[name=segment]').selectOption('jurors')
  await page.getByLabel('Subject').fill('Coffee at ten')
  await page.getByLabel('Text').fill('Dear {name},\ncoffee is in the hall.')
  await expect(send).toHaveCount(0)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText(/^Goes to \d+\. .* will read:$/)).toBeVisible()
  await expect(send).toBeVisible()

  await page.getByLabel('Text').fill('Dear {name},\ntea is in the hall.')
  await expect(page.getByText(/was changed after the preview/)).toBeVisible()
  await expect(send).toHaveCount(0)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('article').getByText(/tea is in the hall/)).toBeVisible()
  await send.click()
  await expect(page.getByText(/^On its way, once to each: \d+\./)).toBeVisible()

  const earlier = page.locator('details').filter({ hasText: 'Coffee at ten' })
  await expect(earlier).toHaveCount(1)
  await expect(earlier.getByText(/tea is in the hall/)).toBeHidden()
  await earlier.locator('summary').click()
  await expect(earlier.getByText('Dear {name}')).toBeVisible()
})

test('a minor whose browser speaks French has a place at once, and the guardian reads in French', async ({
  browser,
}) => {
  const email = 'aylin.quliyeva@bhos.example'
  const guardian = 'sevda.quliyeva@family.example'
  const page = await enter(browser, 'registration', null, {
    ...{ locale: 'fr-FR', viewport: { width: 360, height: 740 } },
  })
  await page.goto(`/${BAKU}/register`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByRole('button', { name: 'Send the code' }).click()
  await expect(page.getByLabel('Six-digit code')).toBeVisible()
  await expect((await mailTo(page, 'sign-in', email)).getByText(/est votre code Apogee/)).toBeVisible()
  await enterCode(page, email)

  await page.getByLabel('Given name').fill('Aylin')
  await page.getByLabel('Family name').fill('Quliyeva')
  const birthday = page.getByLabel('Your day of birth')
  await expect(birthday).toBeHidden()
  await page.getByLabel('I am under 18 when it begins').check()
  await birthday.fill('2001-03-04')
  await page.getByLabel('Your guardian’s name').fill('Sevda')
  await page.getByLabel('Your guardian’s e-mail address').fill(email)
  await page.getByRole('button', { name: 'Register' }).click()

  // One's own address cannot be the guardian's, and the place is there all the same.
  await expect(page.getByRole('heading', { name: 'Your guardian has to agree' })).toBeVisible()
  await expect(page.getByText('This is your own address.')).toBeVisible()
  await page.getByLabel('Your guardian’s name').fill('Sevda')
  await page.getByLabel('Your guardian’s e-mail address').fill(guardian)
  await page.getByRole('button', { name: 'Ask my guardian' }).click()
  await expect(page.getByText(/Sevda was asked and has not answered yet/)).toBeVisible()
  await page.getByRole('link', { name: 'On to my page' }).click()
  await expect(page.getByText(/Sevda was asked and has not answered yet/)).toBeVisible()

  const mail = await mailTo(page, 'guardian-asked', guardian)
  await expect(mail).toContainText('Bonjour Sevda')
  await expect(mail).toContainText(/vendredi 25 mai 2018 à 09:\d\d/)

  const organizer = await enter(browser, 'registration', 'organizer')
  await organizer.goto(`/organize/${BAKU}/people?guardian=missing`)
  await expect(organizer.getByText('Guardian’s consent missing: not answered')).toBeVisible()
  await organizer.goto(`/organize/${BAKU}/messages`)
  await expect(organizer.getByText('the guardian of Aylin Quliyeva')).toBeVisible()
  await expect(organizer.getByText(guardian)).toHaveCount(0)

  await page.goto('/me/privacy')
  await page.getByLabel('Language', { exact: true }).selectOption('az')
  await page.getByRole('button', { name: 'Save the language' }).click()
  await expect(page.getByText('Saved. The next mail comes in it.')).toBeVisible()
  await expect(page.getByLabel('Language', { exact: true })).toHaveValue('az')
})
