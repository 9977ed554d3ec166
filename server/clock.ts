import 'server-only'
import { env } from './env'

/** The competition's clock. The example edition's runs on from a moment of May 2018; elsewhere it is the real time. */
export const now = () => new Date(Date.now() + env().CLOCK_OFFSET_MS)

/** The real time: sessions, codes and rate limits live by it. */
export const realNow = () => new Date()
