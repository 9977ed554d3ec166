import 'server-only'
import { transaction } from '@/db/client'
import { record } from '../audit'
import { eraseRegistrations, eraseTraces } from '../people/erase-traces'
import { holdPerson } from '../teams/find-team'
import { dueRetentions, type RetentionPlan } from './plan-retention'

/**
 * Erases what identifies the people of every event whose time is over, an event in one transaction, and says what it did.
 * Counts and results stay; done again it finds nothing more. Nobody's request: the command of the host runs it.
 */
export async function applyRetention(): Promise<RetentionPlan[]> {
  const done = []
  for (const { event } of await dueRetentions()) {
    const plan = await transaction(async () => {
      // Asked again inside: who registered elsewhere or got a role meanwhile is held by that.
      const current = (await dueRetentions()).find((one) => one.event.id === event.id)
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
