'use client'

import { useActionState, useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Check } from '@/components/ui/icons'
import type { FormAnswer } from '@/server/action'
import { requestCode } from '../../../../(account)/sign-in/actions'
import { institutionAt } from '../actions'

export interface AddressWords {
  readonly label: string
  /** After the institution's name. */
  readonly fromAddress: string
  readonly unlisted: string
  readonly send: string
  readonly below: string
}

/** Asks for the address, and says at once which institution its domain belongs to. An unknown one is as welcome. */
export function AddressForm({ code, words }: { code: string; words: AddressWords }) {
  const [answer, act, sending] = useActionState<FormAnswer<{ email: string }>, FormData>(requestCode, {})
  const { said, read } = useInstitution()
  const typed = answer.typed?.email ?? ''
  return (
    <form action={act} className="grid gap-4" noValidate>
      <input type="hidden" name="next" value={`/j/${code}`} />
      <TextField
        key={typed}
        name="email"
        type="email"
        label={words.label}
        autoComplete="email"
        className="figures"
        defaultValue={typed}
        error={answer.error}
        onChange={(event) => read(event.target.value)}
      />
      <p aria-live="polite" className="flex min-h-6 items-start gap-3 text-muted">
        {said?.name && (
          <>
            <Check className="mt-0.5 size-5 shrink-0 text-success" aria-hidden="true" />
            <span>
              <b className="font-semibold text-text">{said.name}</b> {words.fromAddress}
            </span>
          </>
        )}
        {said && !said.name && words.unlisted}
      </p>
      <Button disabled={sending} className="w-full">
        {words.send}
      </Button>
      <p className="text-center text-muted text-sm">{words.below}</p>
    </form>
  )
}

/** The institution of the domain that is typed, asked once a domain; only the domain is sent. */
function useInstitution() {
  const [said, setSaid] = useState<{ domain: string; name: string | null } | null>(null)
  const read = async (address: string) => {
    const domain = /^[^@\s]+@([^@\s]+\.[^@\s.]{2,})$/.exec(address.trim())?.[1]?.toLowerCase() ?? null
    if (domain === (said?.domain ?? null)) return
    if (domain === null) return setSaid(null)
    const name = await institutionAt(domain).catch(() => null)
    setSaid({ domain, name })
  }
  return { said, read }
}
