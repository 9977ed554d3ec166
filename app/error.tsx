'use client'

import { BrokenPage } from './_components/broken-page'

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <BrokenPage digest={error.digest} retry={reset} />
}
