import type { ReactNode, Ref } from 'react'
import { Button } from '@/components/ui/button'
import type { Say } from './words'

/** All teams in front of the card, where they have no place beside it. */
export function ListDialog({
  ref,
  summary,
  children,
  say,
}: {
  ref: Ref<HTMLDialogElement>
  summary: string
  children: ReactNode
  say: Say
}) {
  return (
    <dialog
      ref={ref}
      aria-label={say('list')}
      className="m-0 h-dvh max-h-none w-full max-w-none bg-bg text-text"
    >
      <form
        method="dialog"
        className="sticky top-0 flex items-center justify-between gap-3 border-b bg-bg px-3 py-1"
      >
        <p className="text-sm">{summary}</p>
        <Button look="quiet">{say('close')}</Button>
      </form>
      {children}
    </dialog>
  )
}
