'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import type { FormAnswer } from '@/server/action'
import { start } from '../actions'

/** The one thing to press. A refusal stands below it: somebody may have been quicker. */
export function StartForm({ token, submit, lead }: { token: string; submit: string; lead: string }) {
  const [answer, act, busy] = useActionState<FormAnswer<{ edition: string; event: string }>, FormData>(
    start,
    {},
  )
  return (
    <form action={act} className="grid gap-4">
      <input type="hidden" name="token" value={token} />
      <Button className="min-h-16 text-xl" disabled={busy}>
        {submit}
      </Button>
      {answer.error ? (
        <p role="alert" className="text-danger">
          {answer.error}
        </p>
      ) : (
        <p className="text-muted">{lead}</p>
      )}
    </form>
  )
}
