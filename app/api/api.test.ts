import { execFileSync } from 'node:child_process'
import { unstable_doesMiddlewareMatch as passes } from 'next/experimental/testing/server'
import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import proxy, { config } from '../../proxy'

testDatabase()

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const routes = execFileSync('git', ['ls-files', 'app/api/v1'], { encoding: 'utf8' }).trim().split('\n')

const refusal = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  const { status, code, title } = await answer.json()
  expect([status, title]).toEqual([answer.status, expect.stringMatching(/\.$/)])
  return code
}

test.each(routes)('%s answers every method, and refuses in problems', async (file) => {
  const route = await import(/* @vite-ignore */ `../../${file}`)
  const allowed = (route.OPTIONS() as Response).headers.get('allow')?.split(', ') ?? []
  expect(allowed).toContain('OPTIONS')
  for (const method of METHODS.filter((method) => !allowed.includes(method))) {
    const answer: Response = route[method]()
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed.join(', ')])
    expect(await refusal(answer)).toBe('method-unknown')
  }
})

test('an address that the API does not have is a problem', async () => {
  const route = await import('./[...path]/route')
  for (const answer of [route.GET(), route.POST(), route.PUT(), route.PATCH(), route.DELETE()])
    expect(await refusal(answer)).toBe('not-found')
})

const ask = (path: string, init: ConstructorParameters<typeof NextRequest>[1] = {}) =>
  proxy(new NextRequest(`http://localhost${path}`, init))
const EVENT = 'actinspace-2018/azerbaijan'

test.each(['%ff', '%', '%zz', '%00'])(
  'an address with %s is refused before any route sees it',
  async (part) => {
    for (const path of [`/api/v1/events/${part}/azerbaijan`, `/api/v1/jury/${part}/azerbaijan/marks`]) {
      expect(passes({ config, nextConfig: {}, url: path })).toBe(true)
      expect(await refusal(await ask(path))).toBe('malformed')
    }
    const page = await ask(`/${part}`)
    expect([page.status, page.headers.get('content-type')]).toEqual([400, 'text/plain;charset=UTF-8'])
  },
)

test('what a juror’s device sends goes straight to its route', () => {
  for (const path of ['marks', 'notes', 'ballots/0198d7c2-6b1e-7c3a-9f00-3d1b8a52c411'])
    expect(passes({ config, nextConfig: {}, url: `/api/v1/jury/${EVENT}/${path}` })).toBe(false)
})

test('more than is taken at once is refused before it is read', async () => {
  const headers = { 'content-type': 'application/json', 'content-length': String(31 * 1024 * 1024) }
  const answer = await ask(`/organize/${EVENT}/import`, { method: 'POST', headers })
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('30 megabytes')])
})

test('a write from elsewhere is a problem, too', async () => {
  const headers = { origin: 'https://evil.example', host: 'localhost' }
  const answer = await ask(`/api/v1/events/${EVENT}/ranking`, { method: 'POST', headers })
  expect(await refusal(answer)).toBe('foreign-write')
})
