import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createTranslator } from 'use-intl/core'
import { PACKAGE_FORMAT, type SealedPackage } from '@/domain/publishing/sealed-package'
import { namedAwards, namedPlaces, verifyPackage } from '@/domain/publishing/verify-package'
import { readMessages } from '@/messages/read'

const HELP = `npm run verify -- PACKAGE

Recomputes a sealed result from its package alone, without a server or a database: each ballot's
total, the gate, the fair averages, the tie ladder with the recorded decisions, the official ranks,
the special prizes, the digest, the audit chain and the jurors' signatures.

PACKAGE   the JSON file of …/package, as the president or the organizer downloaded it

Exit 0 when everything holds, 1 when a part does not (it says which), 2 when the file cannot be read.
What no package can prove of itself is that it is the one of that day: compare the digest with the
minutes that the jury signed.`

const t = createTranslator({ locale: 'en', messages: readMessages('en'), namespace: 'verify' })

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** The file's text and what it says, or null when it is no JSON. */
async function readJson(file: string): Promise<{ text: string; parsed: unknown } | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file))
    return { text, parsed: JSON.parse(text) }
  } catch {
    return null
  }
}

const isPackage = (parsed: unknown) =>
  typeof parsed === 'object' && parsed !== null && (parsed as SealedPackage).format === PACKAGE_FORMAT

/** Checks one file, says what was found, and gives the exit code. */
async function verify(file: string): Promise<0 | 1 | 2> {
  const read = await readJson(file)
  if (!read || !isPackage(read.parsed)) {
    console.error(t(read ? 'no-package' : 'unreadable', { file }))
    return 2
  }
  const findings = verifyPackage(read.text, read.parsed, sha256)
  for (const { part, holds, values } of findings) {
    console.log(`${holds ? '✓' : '✗'} ${t(`part.${part}.${holds ? 'holds' : 'broken'}`, values)}`)
  }
  const broken = findings.filter(({ holds }) => !holds)
  if (broken.length > 0) {
    console.error(t('failed', { parts: broken.map(({ part }) => part).join(', ') }))
    return 1
  }
  const sealed = read.parsed as SealedPackage
  console.log(
    `\n${namedPlaces(sealed)
      .map(({ rank, team }) => t('place', { rank, team }))
      .join('\n')}\n`,
  )
  // What a command finds is what it prints.
  for (const { award, teams } of namedAwards(sealed))
    console.log(t('award', { award, teams: teams.join(', ') || '–' }))
  console.log(t('verified', { digest: sealed.result.digest }))
  return 0
}

const [file, ...more] = process.argv.slice(2)
if (file === '--help' || file === '-h') console.log(HELP)
else if (!file || more.length > 0) {
  console.error(t('one-file'))
  process.exitCode = 2
} else process.exitCode = await verify(file)
