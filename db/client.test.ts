import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { brokenConstraint, connection, database, transaction } from './client'
import { makePerson } from './factories'
import { personEmails, persons } from './schema'
import { testDatabase } from './testing'

testDatabase()

const named = database
  .select({ name: persons.givenName })
  .from(persons)
  .where(eq(persons.id, sql.placeholder('id')))
  .prepare('name-of-person')

test('a prepared statement sees the transaction it is asked in, and nothing of one that was rolled back', async () => {
  const undone = transaction(async () => {
    const { id } = await makePerson('Ülkər')
    expect(await named.execute({ id })).toEqual([{ name: 'Ülkər' }])
    throw new Error(id)
  })
  const { message: id } = await undone.catch((error: Error) => error)
  expect(await named.execute({ id })).toEqual([])
})

test('thirty at once each get their own answer', async () => {
  const made = await Promise.all(Array.from({ length: 30 }, (_, number) => makePerson(`Person ${number}`)))
  const answers = await Promise.all(made.map(({ id }) => named.execute({ id })))
  expect(answers.flat().map(({ name }) => name)).toEqual(made.map(({ givenName }) => givenName))
})

test('a broken constraint is named, and the connection goes on', async () => {
  const { email, id } = await makePerson('Aysel')
  const broken = await database
    .insert(personEmails)
    .values({ email, personId: id })
    .catch((error: unknown) => brokenConstraint(error))
  expect(broken).toBe('person_emails_pkey')
  expect(await named.execute({ id })).toEqual([{ name: 'Aysel' }])
})

test('who hides a failed statement and goes on is told that nothing was kept', async () => {
  const { email, id } = await makePerson('Aysel')
  const hiding = transaction(async (tx) => {
    await tx.update(persons).set({ givenName: 'Somebody else' }).where(eq(persons.id, id))
    await tx
      .insert(personEmails)
      .values({ email, personId: id })
      .catch(() => {})
  })
  await expect(hiding).rejects.toThrow('none was kept')
  expect(await named.execute({ id })).toEqual([{ name: 'Aysel' }])
})

test('what cannot be read as a statement is an error, not the end of the connection', async () => {
  const { pool } = await connection()
  await expect(pool.query('selec 1')).rejects.toThrow('syntax error')
  const long = 'ə'.repeat(300_000)
  expect((await pool.query('select $1::text as echo', [long])).rows).toEqual([{ echo: long }])
})
