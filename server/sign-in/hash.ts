import 'server-only'
import { createHmac } from 'node:crypto'
import { authSecret } from '../env'

/** Codes and links are kept only as this keyed hash. */
export const hashOf = (secret: string) => createHmac('sha256', authSecret()).update(secret).digest('hex')
