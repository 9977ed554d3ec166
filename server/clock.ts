import 'server-only'
import { env } from './env'

// Shared by every bundle of this process.
const clock = globalThis as typeof globalThis & { apogeeClockOffset?: number }

const offset = () => clock.apogeeClockOffset ?? env().CLOCK_OFFSET_MS

/** The competition's clock. The example edition's runs on from a moment of May 2018; elsewhere it is the real time. */
export const now = () => new Date(Date.now() + offset())

/** The real time: sessions, codes and rate limits live by it. */
export const realNow = () => new Date()

/** Turns the competition's clock, for the script that plays the example edition through. */
export function turnClockTo(instant: Date): void {
  clock.apogeeClockOffset = instant.getTime() - Date.now()
}
