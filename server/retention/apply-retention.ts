import 'server-only'
import { transaction } from '@/db/client'
import { record } from '../audit'
import { now } from '../clock'
import { lockEvent } from '../events/lock-event'
import { eraseRegistrations, eraseTraces } from '../people/erase-traces'
import { holdPerson } from '../teams/find-team'
import { dueRetentions, type RetentionPlan } from './plan-retention'

/**
 * Erases what identifies the people of every event whose time is over at `at`, an event in one transaction, and says
 * what it did. Counts and results stay; done again, or by two at once, it finds nothing more. Nobody's request: the
 * server runs it once a day, and the host's command.
 */
export async function applyRetention(at: Date = now()): Promise<RetentionPlan[]> {
  const done = []
  for (const { event } of await dueRetentions(at)) {
    const plan = await transaction(async () => {
      // One at a time, and asked again: who registered elsewhere or got a role meanwhile is held by that.
      await lockEvent(event.id)
      const current = (await dueRetentions(at)).find((one) => one.event.id === event.id)
      if (!current) return null
      for (const person of current.whole) {
        await holdPerson(person)
        await eraseTraces(person)
      }
      for (const person of current.partly) await eraseRegistrations(person, event.id)
      await record({
        actor: null,
        action: 'apply-retention',
        object: { kind: 'event', id: event.id },
        event: event.id,
        details: { people: current.whole.length, registrations: current.partly.length },
      })
      return current
    })
    if (plan) done.push(plan)
  }
  return done
}
