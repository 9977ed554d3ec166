import { Chip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import type { DoorWords } from '../door-words'
import type { useDoor } from './use-door'

/** Whether what was tapped here has arrived, in words. */
export function Delivery({
  door: { state, waiting, unknown },
  words,
}: {
  door: Pick<ReturnType<typeof useDoor>, 'state' | 'waiting' | 'unknown'>
  words: DoorWords
}) {
  const safe = (waiting === 1 ? words['waiting-one'] : words.waiting).replace('{count}', String(waiting))
  return (
    <div role="status" className="grid gap-2">
      {state === 'sent' && <Chip look="success">{words.sent}</Chip>}
      {state === 'sending' && <Chip look="signal">{words.sending}</Chip>}
      {state === 'network' && <Chip look="warn">{safe}</Chip>}
      {state === 'sign-in' && <Notice kind="warn">{words['sign-in']}</Notice>}
      {unknown > 0 && <Notice kind="warn">{words.unknown}</Notice>}
    </div>
  )
}
