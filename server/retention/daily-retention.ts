import 'server-only'
import { now } from '../clock'
import { applyRetention } from './apply-retention'

/** In milliseconds: some time after the start, when the first requests are answered, and then once a day. */
const DAILY = { first: 60_000, every: 86_400_000 }

const daily = globalThis as typeof globalThis & { apogeeRetention?: NodeJS.Timeout }

/** Erases once a day what no event keeps any longer, as long as this server runs. Several servers of one database do it once. */
export function startDailyRetention({ first, every } = DAILY): void {
  if (daily.apogeeRetention) return
  const turn = async () => {
    await applyRetention(now()).catch((error) => {
      console.error('Retention could not be applied:', error instanceof Error ? error.message : error)
    })
    if (daily.apogeeRetention) daily.apogeeRetention = setTimeout(turn, every).unref()
  }
  daily.apogeeRetention = setTimeout(turn, first).unref()
}

/** Ends it; what is being erased is erased. */
export function stopDailyRetention(): void {
  clearTimeout(daily.apogeeRetention)
  daily.apogeeRetention = undefined
}
