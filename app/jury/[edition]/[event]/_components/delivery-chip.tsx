import { Check, Smartphone, TriangleAlert } from '@/components/ui/icons'
import type { Delivery } from './use-sheet'
import type { Say } from './words'

interface Waiting {
  readonly marks: number
  readonly others: number
}

/** Where the juror's answers are, in words. */
export function DeliveryChip({
  delivery: { state, sentAt },
  kept,
  waiting,
  zone,
  page,
  say,
}: {
  delivery: Delivery
  /** Whether all that waits is kept in this browser. */
  kept: boolean
  waiting: Waiting
  zone: string
  page: string
  say: Say
}) {
  const time = (at: number) => new Date(at).toLocaleTimeString('en-GB', { timeZone: zone, hour12: false })
  const values = { what: whatWaits(waiting, say) }
  const calm = 'text-muted'
  const firm = 'bg-primary-soft px-3 py-2 font-semibold text-text'

  if (state === 'opening') return <Chip Sign={Smartphone} look={calm} words={say('opening')} />
  if (waiting.marks + waiting.others === 0) {
    const sent = sentAt === null ? say('allSent') : say('sent', { time: time(sentAt) })
    return <Chip Sign={Check} look="text-success" words={sent} />
  }
  if (!kept) return <Chip Sign={TriangleAlert} look={firm} words={say('notKept', values)} />
  if (state === 'network') return <Chip Sign={Smartphone} look={firm} words={say('waiting', values)} />
  if (state !== 'sign-in') return <Chip Sign={Smartphone} look={calm} words={say('savedHere')} />
  return (
    <p role="status" className={`rounded-md text-sm ${firm}`}>
      <a className="link inline-flex min-h-8 items-center" href={`/sign-in?next=${encodeURIComponent(page)}`}>
        {say('signIn', values)}
      </a>
    </p>
  )
}

function Chip({ Sign, look, words }: { Sign: typeof Check; look: string; words: string }) {
  return (
    <p role="status" className={`flex items-center gap-2 rounded-md text-sm ${look}`}>
      <Sign className="size-4 shrink-0" aria-hidden="true" />
      {words}
    </p>
  )
}

/** “7 marks”; with a ballot or a note among them, “9 answers”. */
function whatWaits({ marks, others }: Waiting, say: Say): string {
  const count = marks + others
  if (others === 0) return count === 1 ? say('oneMark') : say('marks', { count })
  return count === 1 ? say('oneAnswer') : say('answers', { count })
}
