'use client'

import { type ReactNode, useActionState } from 'react'
import { Button } from '@/components/ui/button'
import type { FormAnswer } from '@/server/action'
import type { MadeLink } from '@/server/juror-links/make-juror-link'
import { makeCards } from '../../link-actions'
import { type CardWords, LinkCard } from './link-card'

/** Asks once, makes the links, and shows the cards, for they cannot be shown again. */
export function CardsForm({
  event,
  origin,
  choices,
  made,
  words,
}: {
  event: string
  /** Where phones find this installation. */
  origin: string
  /** The buttons and what is said of each. */
  choices: ReactNode
  /** What is said over the cards. */
  made: ReactNode
  words: CardWords & { readonly print: string }
}) {
  const [answer, act] = useActionState<FormAnswer<{ cards: MadeLink[] }>, FormData>(makeCards, {})
  if (answer.done) {
    return (
      <>
        <div role="status" className="grid justify-items-start gap-4 print:hidden">
          {made}
          <Button type="button" onClick={() => print()}>
            {words.print}
          </Button>
        </div>
        <ol className="mt-8 grid md:grid-cols-2 print:mt-0 print:grid-cols-2">
          {answer.done.cards.map((card) => (
            <LinkCard key={card.juror} office={card.office} address={`${origin}${card.path}`} words={words} />
          ))}
        </ol>
      </>
    )
  }
  return (
    <form action={act} className="grid justify-items-start gap-4">
      <input type="hidden" name="event" value={event} />
      {choices}
      {answer.error && (
        <p role="alert" className="max-w-prose text-danger">
          {answer.error}
        </p>
      )}
    </form>
  )
}
