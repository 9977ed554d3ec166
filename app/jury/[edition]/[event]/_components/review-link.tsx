import type { SheetReading } from './read-sheet'
import type { Say } from './words'

/** Once every own ballot is answered and has arrived: the way to the whole table and the signature. */
export function ReviewLink({
  reading: { yours, statusOf },
  waiting,
  api,
  say,
}: {
  reading: SheetReading
  /** How much of this device the server does not have yet. */
  waiting: number
  api: string
  say: Say
}) {
  if (waiting > 0 || yours.length === 0) return null
  if (yours.some(({ entry }) => statusOf(entry) === 'draft')) return null
  // A bare link: the page shows what the server has, fetched anew.
  return (
    <p className="px-4 py-4 md:px-0">
      <a
        href={`${api.replace('/api/v1', '')}/review`}
        className="inline-flex min-h-12 items-center justify-center rounded-md bg-primary px-5 font-semibold text-on-primary no-underline"
      >
        {say('review')}
      </a>
    </p>
  )
}
