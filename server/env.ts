import 'server-only'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  PORT: z.coerce.number().int().positive().default(3000),
  BASE_URL: z.url().optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.string().optional(),
  AUTH_SECRET: z.string().min(16).optional(),
  SMTP_URL: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_BUCKET: z.string().default('apogee'),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  MAIL_FROM: z.string().default('Apogee <no-reply@localhost>'),
  DEMO_STAGE: z.enum(['registration', 'judging', 'closed', 'published']).optional(),
  CLOCK_OFFSET_MS: z.coerce.number().default(0),
})

export type Env = z.infer<typeof schema>

/** This installation's settings. @throws a sentence naming each variable that does not fit */
export function env(): Env {
  known ??= read()
  return known
}

let known: Env | undefined

function read(): Env {
  // An empty line of a copied .env.example means the same as none.
  const given = Object.entries(process.env).filter(([, value]) => value !== '')
  const parsed = schema.safeParse(Object.fromEntries(given))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`The environment does not fit (see .env.example). ${faults.join('; ')}`)
}

/** Whether visitors may step into the example's roles. */
export const isDemo = () => env().DEMO_STAGE !== undefined

/** Where this installation is reached. */
export const baseUrl = () => env().BASE_URL ?? `http://localhost:${env().PORT}`

/** The secret that signs cookies: AUTH_SECRET, else one made once and kept beside the data. */
export function authSecret(): string {
  const { AUTH_SECRET, DATA_DIR } = env()
  if (AUTH_SECRET) return AUTH_SECRET
  const file = join(resolve(DATA_DIR), 'auth-secret')
  if (!existsSync(file)) {
    mkdirSync(resolve(DATA_DIR), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}
