'use client'

import './globals.css'
import { BrokenPage } from './_components/broken-page'

/** When the frame itself broke. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="en">
      <body>
        <BrokenPage digest={error.digest} retry={reset} />
      </body>
    </html>
  )
}
