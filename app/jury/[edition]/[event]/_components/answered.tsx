import { Button } from '@/components/ui/button'
import type { BallotState } from '@/domain/judging/states'
import type { Say } from './words'

const WORDS = { submitted: 'isSubmitted', recused: 'isRecused', absent: 'isAbsent' } as const

/** What became of a ballot that takes no marks, and the way back while there is one. */
export function Answered({
  status,
  reason,
  setAside,
  closed,
  onReopen,
  say,
}: {
  status: BallotState
  reason: string
  setAside: string | null
  closed: boolean
  onReopen: () => void
  say: Say
}) {
  return (
    <>
      {setAside !== null && (
        <p className="mx-4 mb-2 rounded-md bg-primary-soft p-3 text-sm md:mx-0 md:mt-2">
          {say('setAside', { reason: setAside })}
        </p>
      )}
      {status !== 'draft' && (
        <div className="mx-4 mb-2 flex flex-wrap items-center justify-between gap-2 rounded-md bg-primary-soft p-3 text-sm md:mx-0 md:mt-2">
          <p>{say(closed && status === 'submitted' ? 'wasSubmitted' : WORDS[status], { reason })}</p>
          {!closed && status !== 'absent' && (
            <Button type="button" look="secondary" onClick={onReopen}>
              {say('reopen')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
