/** One seat of a team: taken by somebody, the reader's own, or free. */
export interface Seat {
  readonly id: string
  readonly state: 'captain' | 'taken' | 'yours' | 'free'
  /** Inside the circle: initials, or “you”; without it a taken seat shows a person. */
  readonly mark?: string
  readonly name?: string
  readonly about?: string
}

const LOOKS: Record<Seat['state'], string> = {
  captain: 'bg-primary text-on-primary',
  taken: 'bg-primary-soft text-primary',
  yours: 'border-2 border-primary bg-primary-soft text-primary',
  free: 'border-2 border-control border-dashed text-primary',
}

/** A team as its seats in a row. */
export function Seats({ seats, label }: { seats: readonly Seat[]; label: string }) {
  return (
    <ul aria-label={label} className="grid grid-cols-5 gap-x-1 gap-y-3 sm:flex sm:flex-wrap sm:gap-x-4">
      {seats.map(({ id, state, mark, name, about }) => (
        <li key={id} className="text-center text-sm sm:w-16">
          <span
            className={`drawn figures mx-auto grid size-12 place-items-center rounded-full font-semibold ${LOOKS[state]}`}
          >
            {mark ?? (state !== 'free' && <Person />)}
          </span>
          {name && <span className="mt-1.5 block font-medium [overflow-wrap:anywhere]">{name}</span>}
          {about && <span className="block text-muted">{about}</span>}
        </li>
      ))}
    </ul>
  )
}

function Person() {
  return (
    <svg
      viewBox="0 0 24 24"
      className="size-7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <circle cx="12" cy="8.5" r="4" />
      <path d="M4.5 20c1-4.2 4-6 7.5-6s6.5 1.8 7.5 6" strokeLinecap="round" />
    </svg>
  )
}
