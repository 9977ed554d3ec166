'use client'

import { useActionState } from 'react'
import { Button, type ButtonLook } from '@/components/ui/button'
import { QrCode } from '@/components/ui/qr-code'
import type { FormAnswer } from '@/server/action'
import type { MadeLink } from '@/server/juror-links/make-juror-link'
import { makeLink } from '../link-actions'

/** Makes a seat's link and shows it, this once, to be photographed. */
export function LinkForm({
  juror,
  submit,
  lead,
  look,
  words,
}: {
  juror: string
  submit: string
  lead: string
  look: ButtonLook
  words: Readonly<Record<'once' | 'qr', string>>
}) {
  const [answer, act, busy] = useActionState<FormAnswer<MadeLink>, FormData>(makeLink, {})
  return (
    <div className="grid gap-4">
      {answer.done && (
        <div role="status" className="flex flex-wrap items-start gap-4">
          <QrCode text={answer.done.address} label={words.qr} className="size-40" />
          <div className="min-w-0 flex-1 basis-56">
            <p className="figures select-all break-all font-medium text-sm">{answer.done.address}</p>
            <p className="mt-2 text-muted text-sm">{words.once}</p>
          </div>
        </div>
      )}
      <form action={act} className="grid justify-items-start gap-2">
        <input type="hidden" name="juror" value={juror} />
        <p className="text-muted text-sm">{lead}</p>
        <Button look={look} disabled={busy}>
          {submit}
        </Button>
        {answer.error && (
          <p role="alert" className="max-w-prose text-danger text-sm">
            {answer.error}
          </p>
        )}
      </form>
    </div>
  )
}
