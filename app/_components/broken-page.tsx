'use client'

import { Button } from '@/components/ui/button'
import errors from '@/messages/en/errors.json'

/** Says that a page broke, with the reference under which the fault was written down, and how to try again. */
export function BrokenPage({ digest, retry }: { digest?: string; retry: () => void }) {
  return (
    <main id="content" className="mx-auto grid w-full max-w-2xl gap-6 px-6 py-24">
      <h1 className="display text-3xl">{errors['broken-title']}</h1>
      <p className="text-lg">{digest ? errors['broken-text'] : errors['broken-no-reference']}</p>
      {digest && <p className="font-mono text-muted text-sm">{digest}</p>}
      <p>
        <Button type="button" onClick={retry}>
          {errors['try-again']}
        </Button>
      </p>
    </main>
  )
}
