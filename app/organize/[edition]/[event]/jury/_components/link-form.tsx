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
  origin,
  words,
}: {
  juror: string
  submit: string
  lead: string
  look: ButtonLook
  /** Where phones find this installation. */
  origin: string
  words: Readonly<{ once: string; qr: string; near?: string }>
}) {
  const [answer, act, busy] = useActionState<FormAnswer<MadeLink>, FormData>(makeLink, {})
  const address = answer.done && `${origin}${answer.done.path}`
  return (
    <div className="grid gap-4">
      {address && (
        <div role="status" className="flex flex-wrap items-start gap-4">
          <QrCode text={address} label={words.qr} className="size-40" />
          <div className="min-w-0 flex-1 basis-56">
            <p className="figures select-all break-all font-medium text-sm">{address}</p>
            <p className="mt-2 text-muted text-sm">{words.once}</p>
            {words.near && <p className="mt-2 text-sm text-warn">{words.near}</p>}
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
