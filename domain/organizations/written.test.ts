import { expect, test } from 'vitest'
import { emailDomain } from './email-domain'
import { organizationName, organizationSlug } from './organization-name'

test.each([
  ['ada.edu.az', 'ada.edu.az'],
  [' @ADA.edu.az ', 'ada.edu.az'],
  ['someone@bhos.example', 'bhos.example'],
  ['xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'],
  ['ada', 'domain-malformed'],
  ['ada..az', 'domain-malformed'],
  ['-ada.az', 'domain-malformed'],
  ['<script>', 'domain-malformed'],
  ['', 'domain-malformed'],
])('the domain of “%s” is %s', (written, outcome) => {
  const read = emailDomain(written)
  expect(typeof read === 'string' ? read : read.code).toBe(outcome)
})

test.each([
  ['  ADA University ', 'ADA University'],
  ['\u200b', 'organization-unnamed'],
  ['—', 'organization-unnamed'],
  ['アダ大学', 'アダ大学'],
  ['x'.repeat(201), 'organization-name-long'],
])('the name “%s” is %s', (written, outcome) => {
  const read = organizationName(written)
  expect(typeof read === 'string' ? read : read.code).toBe(outcome)
})

test.each([
  ['Bakı Ali Neft Məktəbi', 'baki-ali-neft-mektebi'],
  ['Université Côte d’Azur', 'universite-cote-d-azur'],
])('the address of “%s” is %s', (name, slug) => expect(organizationSlug(name)).toBe(slug))

test('names of other scripts have addresses of their own', () => {
  const slugs = ['北京大学', '清华大学', 'МГУ 2', 'СПбГУ 2'].map(organizationSlug)
  expect(new Set(slugs).size).toBe(4)
  expect(slugs).toEqual(slugs.map(() => expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)+$/)))
  expect(organizationSlug('北京大学')).toBe(slugs[0])
})
