import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing'
import { MINUTES_LANGUAGES } from '@/domain/publishing/minutes-languages'
import { isRefusal } from '@/domain/refusal'
import { readMessages } from '@/messages/read'
import { nobody } from '../session'
import { composeMinutes } from './compose-minutes'
import { drawMinutes } from './draw-minutes'
import { minutesOf } from './minutes'
import { minutesPdf } from './minutes-pdf'
import { sealedFinal } from './testing'

testDatabase()

// What pdfkit reads faces with.
const fontkit = createRequire(import.meta.url)('fontkit')

const FINAL = ['actinspace-2018', 'azerbaijan'] as const

/** Every place a sentence leaves open, by its key. */
function openPlaces(messages: object, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [`${path}${key} ${[...new Set(text.match(/\{[a-z]+/g))].sort().join(' ')}`]
      : openPlaces(text, `${path}${key}.`),
  )
}

test('French and Azerbaijani say all that English says', () => {
  const english = openPlaces(readMessages('en').minutes)
  for (const language of MINUTES_LANGUAGES)
    expect(openPlaces(readMessages(language).minutes)).toEqual(english)
  expect(readMessages('az').minutes.jury).toBe('Münsiflər heyəti')
})

test('the minutes tell the jury, the ranking with what decided, each reason, and the digest', async () => {
  const { president, organizer, entries } = await sealedFinal()
  const minutes = await minutesOf(organizer, ...FINAL)
  if (isRefusal(minutes)) throw new Error(minutes.code)
  const told = composeMinutes(minutes, 'en')
  const after = (heading: string) =>
    told[told.findIndex((block) => block.kind === 'heading' && block.text === heading) + 1]
  expect(after('Jury')).toEqual({
    kind: 'facts',
    rows: [['Office 1', 'president'], ...[2, 3, 4, 5].map((seat) => [`Office ${seat}`, 'voting'])],
  })
  expect(after('Ranking')).toMatchObject({
    rows: [
      ['1', 'SkyWell', '70.00', '5', 'decision 1'],
      ['2', 'Ulduz', '70.00', '5', 'fair average, 8.99'],
      ['3', 'AgroSAR', '61.01', '4', 'fair average, 20.00'],
      ['4', 'Xəzər', '41.01', '4', 'fair average, 11.07'],
      ['5', 'Qobu', '29.94', '4', ''],
    ],
  })
  expect(after('Not ranked')).toEqual({
    kind: 'facts',
    rows: [['Şəms', '3 of 5 ballots say it fails the gate; decision 2: No space data in it']],
  })
  expect(after('Ballots set aside')).toEqual({
    kind: 'facts',
    rows: [['Office 5 · AgroSAR', 'He coached the team in 2017']],
  })
  expect(after('Recusals, absences and conflicts')).toEqual({
    kind: 'facts',
    rows: [
      ['Office 2', 'conflict of interest: gave no ballot that counts – Qobu'],
      ['Office 5', 'absent – Xəzər: Left early'],
    ],
  })
  expect(told.find(({ kind }) => kind === 'digest')).toMatchObject({ digest: minutes.result.digest })
  expect(minutes.sealedBy).toBe('Office 1')
  expect(entries).toHaveLength(6)
  expect(isRefusal(await minutesOf(president, ...FINAL))).toBe(false)
})

test('each language becomes a PDF, the same at each download, for the jury desk alone', async () => {
  const { president, actors, stranger } = await sealedFinal()
  for (const language of MINUTES_LANGUAGES) {
    const pdf = await minutesPdf(president, ...FINAL, language)
    if (isRefusal(pdf)) throw new Error(pdf.code)
    const text = Buffer.from(pdf).toString('latin1')
    expect(text.slice(0, 8)).toBe('%PDF-1.3')
    expect(text).toContain(`/Lang (${language})`)
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(3)
    expect(await minutesPdf(president, ...FINAL, language)).toEqual(pdf)
  }
  for (const actor of [actors[1] ?? nobody(), stranger, nobody()])
    expect(await minutesPdf(actor, ...FINAL, 'en')).toMatchObject({ code: 'not-found' })
})

test('the face holds every letter of the three languages', () => {
  const bytes = readFileSync(
    join(process.cwd(), 'node_modules/@expo-google-fonts/geist/400Regular/Geist_400Regular.ttf'),
  )
  const face: { hasGlyphForCodePoint: (code: number) => boolean } = fontkit.create(bytes)
  const letters = [...'ƏəĞğİıÖöÜüŞşÇçÉéÈèÊêËëÀàÂâÎîÏïÔôŒœÙùÛû’“”«»–·№0123456789']
  const missing = letters.filter((letter) => !face.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
  expect(missing).toEqual([])
})

test('24 teams and seven jurors with long names take three pages', async () => {
  const { president } = await sealedFinal()
  const minutes = await minutesOf(president, ...FINAL)
  if (isRefusal(minutes)) throw new Error(minutes.code)
  const long = 'Azərbaycan Kosmik Şəhərcik Gənclər Birliyinin Peyk Məlumatları Üzrə Komandası'
  const blocks = composeMinutes(minutes, 'az').map((block) => {
    if (block.kind === 'table')
      return { ...block, rows: Array.from({ length: 24 }, (_, i) => [String(i), long, '71,20', '7', long]) }
    if (block.kind !== 'signatures') return block
    const line = { who: `${long} ${long}`, note: long, fingerprint: 'a7'.repeat(32) }
    return { ...block, lines: Array.from({ length: 7 }, () => line) }
  })
  const pdf = await drawMinutes(blocks, { title: long, language: 'az', at: new Date(0) })
  expect(
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(3)
  expect(JSON.stringify(blocks)).not.toContain('undefined')
})
