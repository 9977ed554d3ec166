'use client'

import errors from '@/messages/en/errors.json'

/**
 * Says that a page broke, with the reference under which the fault was written down, and how to try again. Every page
 * carries it, so it brings nothing along: not even the button the others use.
 */
export function BrokenPage({ digest, retry }: { digest?: string; retry: () => void }) {
  return (
    <main id="content" className="mx-auto grid w-full max-w-2xl gap-6 px-4 py-12 sm:py-20">
      <h1 className="display text-3xl">{errors['broken-title']}</h1>
      <p className="text-lg">{digest ? errors['broken-text'] : errors['broken-no-reference']}</p>
      {digest && <p className="font-mono text-muted text-sm">{digest}</p>}
      <p>
        <button
          type="button"
          onClick={retry}
          className="min-h-12 rounded-md bg-primary px-5 font-semibold text-on-primary"
        >
          {errors['try-again']}
        </button>
      </p>
    </main>
  )
}
