import 'server-only'
import { applyRetention } from './apply-retention'
import { dueRetentions } from './plan-retention'

export interface RetentionLine {
  readonly event: string
  readonly people: number
  readonly registrations: number
}

/** The host's command: what is due to be erased, or erasing it; a line an event. */
export async function retentionErrand({ erase }: { erase?: unknown }): Promise<RetentionLine[]> {
  const plans = await (erase === true ? applyRetention() : dueRetentions())
  return plans.map(({ event, whole, partly }) => ({
    ...{ event: event.name, people: whole.length, registrations: partly.length },
  }))
}
