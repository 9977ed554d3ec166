import type { BadgeOf } from '@/server/check-in/badges'

/** The list on paper: a box to tick, a name, a team, and room for the hour. */
export function DoorSheet({
  people,
  event,
  hour,
}: {
  people: readonly BadgeOf[]
  event: string
  hour: string
}) {
  return (
    <table className="w-full border-collapse">
      <caption className="caption pb-3 text-left font-semibold">{event}</caption>
      <thead className="sr-only print:not-sr-only print:table-header-group">
        <tr>
          <th>✓</th>
          <th />
          <th className="caption w-24 text-left">{hour}</th>
        </tr>
      </thead>
      <tbody>
        {people.map(({ registration, givenName, familyName, team, institution }) => (
          <tr key={registration} className="break-inside-avoid border-b">
            <td className="w-9 py-2">
              <span className="block size-5 rounded-xs border-2 border-text" />
            </td>
            <td className="gap-x-4 break-words py-2 pr-4 sm:grid sm:grid-cols-[2fr_3fr] sm:items-baseline print:grid print:grid-cols-[2fr_3fr] print:items-baseline">
              <span className="block font-semibold">{`${givenName} ${familyName}`.trim()}</span>
              <span className="block text-muted text-sm">
                {[team, institution].filter(Boolean).join(' · ')}
              </span>
            </td>
            <td className="w-24 border-control border-l py-2 max-sm:hidden print:table-cell" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
