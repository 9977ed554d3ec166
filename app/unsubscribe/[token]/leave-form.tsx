'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormAnswer } from '@/server/action'
import { leave } from './actions'

/** One button: opening the link alone, as scanners do, changes nothing. */
export function LeaveForm({ token, words }: { token: string; words: { leave: string; left: string } }) {
  const [answer, act, busy] = useActionState<FormAnswer<{ event: string }>, FormData>(leave, {})
  if (answer.done) return <Notice kind="success">{words.left}</Notice>
  return (
    <form action={act} className="grid justify-items-start gap-3">
      <input type="hidden" name="token" value={token} />
      <Button disabled={busy}>{words.leave}</Button>
      {answer.error && (
        <p role="alert" className="text-danger">
          {answer.error}
        </p>
      )}
    </form>
  )
}
