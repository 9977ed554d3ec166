import { Check, Smartphone } from '@/components/ui/icons'
import type { Delivery } from './use-sheet'
import type { Say } from './words'

/** Where the juror's answers are, in words. */
export function DeliveryChip({
  delivery: { state, sentAt, kept },
  waiting,
  zone,
  say,
}: {
  delivery: Delivery
  waiting: number
  zone: string
  say: Say
}) {
  const time = (at: number) => new Date(at).toLocaleTimeString('en-GB', { timeZone: zone, hour12: false })
  const safe = waiting === 1 ? say('waitingOne') : say('waitingOther', { count: waiting })
  const sent = sentAt === null ? say('allSent') : say('sent', { time: time(sentAt) })
  const words =
    waiting === 0
      ? sent
      : !kept
        ? say('notKept')
        : state === 'network'
          ? safe
          : state === 'sign-in'
            ? ''
            : say('savedHere')
  const look =
    waiting === 0
      ? 'text-success'
      : state === 'network' || !kept
        ? 'bg-primary-soft px-3 py-2 font-semibold text-text'
        : 'text-muted'
  const Sign = waiting === 0 ? Check : Smartphone
  return (
    <p role="status" className={`flex items-center gap-2 rounded-md text-sm ${look}`}>
      {state === 'sign-in' && waiting > 0 ? (
        <a className="link" href="/sign-in">
          {say('signIn', { count: waiting })}
        </a>
      ) : (
        <>
          <Sign className="size-4 shrink-0" aria-hidden="true" />
          {words}
        </>
      )}
    </p>
  )
}
