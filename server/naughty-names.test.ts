import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { parse } from 'papaparse'
import readSheets from 'read-excel-file/node'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { teams } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { pdfText } from '@/e2e/pdf-text'
import { teamsOf } from './events/queries'
import { ownSheet } from './judging/queries'
import { addInstitution } from './organizations/add-institution'
import { participantsOf } from './people/queries'
import { drawPicture } from './pictures/draw-picture'
import { drawMinutes } from './publishing/draw-minutes'
import { castAll, makeJury } from './ranking/testing'
import { addPerson } from './registration/add-person'
import { exportParticipants } from './registration/export-participants'
import { DURING_REGISTRATION, done, makeOpenEvent } from './registration/testing'
import { renderMail } from './render-mail'
import { actorOf } from './session'
import { editProject } from './submissions/edit-project'
import { createTeam } from './teams/create-team'
import { publicTeam } from './teams/public-queries'

testDatabase()
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: DURING_REGISTRATION }))
afterEach(() => void vi.useRealTimers())

const TYPED: readonly string[] = JSON.parse(readFileSync('e2e/naughty-names.json', 'utf8'))
/** What would turn the text around a name does not get in; everything else stays as it was typed. */
const NAMES = TYPED.map((typed) => typed.replaceAll(/[\u202c\u202e]/g, ''))

/** A university, a student and a team of each name, with it in every field that somebody types. */
async function enterAll() {
  const made = await makeOpenEvent()
  const { event, organizer } = made
  for (const [index, name] of TYPED.entries()) {
    const { organization } = await done(
      addInstitution(organizer, { event, name, kind: 'university', another: true }),
    )
    const { person } = await done(
      addPerson(organizer, {
        ...{ event, givenName: name, familyName: name, programme: name },
        ...{ email: `student${index}@people.example`, institution: organization },
      }),
    )
    const { entry } = await done(createTeam(await actorOf(person), { event, name }))
    const project = { title: name, summary: name, priorWork: name, ipStatement: name }
    await done(editProject(await actorOf(person), { entry, project }))
  }
  return made
}

test('any name comes back as it was typed: in the list, the team, the workbook and the CSV', async () => {
  const { event, organizer } = await enterAll()
  const sorted = NAMES.toSorted()
  const listed = await teamsOf(event)
  expect(listed.map(({ name }) => name).toSorted()).toEqual(sorted)
  for (const { slug, name } of listed)
    expect(await publicTeam(event, slug)).toMatchObject({ name, project: name, summary: name })

  const people = await done(participantsOf(organizer, event))
  const told = people.map((one) => [one.givenName, one.familyName, one.programme, one.team, one.institution])
  const five = sorted.map((name) => [name, name, name, name, name])
  expect(told.toSorted()).toEqual(five)

  const csv = await done(exportParticipants(organizer, { event, format: 'csv' }))
  const { data } = parse<string[]>(String(csv.content).replace('\uFEFF', ''), { skipEmptyLines: true })
  // A spreadsheet shows the apostrophe's cell as text, and runs nothing.
  const guarded = NAMES.map((name) => (/^[=+@-]/.test(name) ? `'${name}` : name)).toSorted()
  const first = data.slice(1).map((line) => line[0])
  expect(first.toSorted()).toEqual(guarded)
  expect(guarded.filter((name) => name.startsWith("'="))).toHaveLength(1)

  const xlsx = await done(exportParticipants(organizer, { event, format: 'xlsx' }))
  const [sheet] = await readSheets(Buffer.from(xlsx.content as Uint8Array), { trim: false })
  const cells = (sheet?.data ?? [])
    .slice(1)
    .map(([given, family, , institution, programme, , team]) => [
      ...[given, family, programme, team, institution],
    ])
  expect(cells.toSorted()).toEqual(five)
})

test('a juror’s sheet holds each team by its name', async () => {
  vi.setSystemTime(new Date('2018-05-26T10:00:00Z'))
  const jury = await makeJury(
    NAMES.map((_, index) => `team ${'abcdefghijklmnopqrstuvwxyz'[index]}`),
    1,
  )
  const database = await db()
  for (const [index, { team }] of jury.field.entries())
    await database.update(teams).set({ name: NAMES[index] }).where(eq(teams.id, team))
  await castAll(
    jury,
    NAMES.map(() => 5),
  )
  const [juror] = jury.actors
  if (!juror) throw new Error('no juror')
  const sheet = await done(ownSheet(juror, { edition: 'actinspace-2018', event: 'azerbaijan' }))
  expect(sheet.entries.map(({ team }) => team).toSorted()).toEqual(NAMES.toSorted())
})

test.each(NAMES)('a mail says “%s” as it is, on one line of its subject', (name) => {
  const values = { person: name, team: name, event: name, link: 'http://localhost:3000/me' }
  const { subject, text } = renderMail({ template: 'join-asked', locale: 'en', values })
  expect(subject).toBe(`${name} asks to join ${name}`)
  expect(text).toContain(`${name} asks for a seat in your team ${name} at ${name}.`)
})

test('a PDF holds every name whose letters its face has', async () => {
  const at = DURING_REGISTRATION
  const told = NAMES.filter((name) => /^[\p{Script=Latin}\p{ASCII}\s]+$/u.test(name))
  expect(told.length).toBeGreaterThan(12)
  const blocks = NAMES.map((text) => ({ kind: 'heading', text }) as const)
  const pdf = pdfText(Buffer.from(await drawMinutes(blocks, { title: 'Names', language: 'en', at })))
  for (const name of told) expect(pdf).toContain(name.normalize('NFC').replaceAll(/\s/g, ''))
})

test('a picture is drawn of every name, and nobody else’s server is asked for its letters', async () => {
  const asked = vi.spyOn(globalThis, 'fetch')
  const map = { width: 1000, gap: 7, dot: 3, runs: [], way: null, place: { x: 500, y: 200 } }
  for (const part of [NAMES.slice(0, 8), NAMES.slice(8, 14), NAMES.slice(14)]) {
    const [title = '', ...lines] = part
    const picture = await drawPicture({ title, caption: title, lines, foot: lines.join(' · '), map })
    expect(
      Buffer.from(picture ?? [])
        .subarray(1, 4)
        .toString('latin1'),
    ).toBe('PNG')
  }
  expect(asked).not.toHaveBeenCalled()
  asked.mockRestore()
})
