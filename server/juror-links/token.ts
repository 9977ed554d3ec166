import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** A secret of 160 bits, in 27 characters an address takes as they are. */
export const drawToken = () => randomBytes(20).toString('base64url')

/** Whether a text can be one of ours; what cannot is not worth a question to the database. */
export const isToken = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{27}$/.test(text)

/** All that is kept of a link's token and of a device's. A secret of that length needs no slower hash. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
