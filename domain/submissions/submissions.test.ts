import fc from 'fast-check'
import { expect, test } from 'vitest'
import { begunBefore, countingVersion } from './counting-version'
import { ARRIVAL_MINUTES, deckFault, deckName } from './deck'
import { linkProvider } from './link-provider'

test.each<[string, string | null, boolean]>([
  ['https://www.youtube.com/watch?v=abcdefghijk', 'YouTube', true],
  ['https://m.youtube.com/watch?t=3&v=abcdefghijk', 'YouTube', true],
  ['https://youtu.be/abcdefghijk?si=x', 'YouTube', true],
  ['https://www.youtube.com/@channel', 'YouTube', false],
  ['https://youtube.com/shorts/abcdefghijk', 'YouTube', true],
  ['https://vimeo.com/123456789', 'Vimeo', true],
  ['https://player.vimeo.com/video/123456789', 'Vimeo', true],
  ['https://vimeo.com/', 'Vimeo', false],
  ['https://drive.google.com/file/d/1aBcDeFgHiJkLmNoPqRsTuV/view', 'Google Drive', true],
  ['https://github.com/team/project', 'GitHub', true],
  ['https://team.github.io/', 'GitHub Pages', true],
  ['https://notyoutube.com/watch?v=abcdefghijk', null, false],
  ['https://youtube.com.example.org/watch?v=abcdefghijk', null, false],
  ['https://example.org/youtube.com', null, false],
])('%s is shown by %s', (link, name, whole) => {
  expect(linkProvider(link)).toEqual(name && { name, whole })
})

test('whatever is no link has no provider, and says so quietly', () => {
  fc.assert(fc.property(fc.string(), (text) => linkProvider(`:${text}`) === null))
})

test('a file’s name is one line without a path, and stays a PDF’s', () => {
  expect(deckName('C:\\Users\\x\\Təqdimat.pdf')).toBe('Təqdimat.pdf')
  expect(deckName('../../etc/deck.pdf')).toBe('deck.pdf')
  expect(deckName('a\u202Efdp.exe\u0000.pdf')).toBe('afdp.exe.pdf')
  expect(deckFault({ fileName: deckName(`${'ə'.repeat(300)}.pdf`), bytes: 1 })).toBeNull()
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (given) => {
      const name = deckName(given)
      expect([...name].length).toBeLessThanOrEqual(120)
      expect(name).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u)
    }),
  )
})

const due = new Date('2018-05-26T07:00:00Z')
const at = (minutes: number) => new Date(due.getTime() + minutes * 60_000)

test.each<[string, number, number | null, string | null, boolean, boolean]>([
  ['before the deadline', -1, null, null, true, false],
  ['at the deadline', 0, null, null, false, false],
  ['after it, begun before', 5, -1, null, true, true],
  ['after it, begun at it', 5, 0, null, false, false],
  ['after the time to arrive, begun before', ARRIVAL_MINUTES, -1, null, false, false],
  ['after it, taken with a reason', 500, -1, 'The hall was dark.', true, false],
])('a version %s', (_case, submitted, begun, lateReason, counts, flagged) => {
  const deckBegunAt = begun === null ? null : at(begun)
  const version = { version: 1, submittedAt: at(submitted), lateReason, deckBegunAt }
  expect(countingVersion([version], due) === version).toBe(counts)
  expect(begunBefore(version, due)).toBe(flagged)
  expect(countingVersion([version], null)).toBe(version)
})
