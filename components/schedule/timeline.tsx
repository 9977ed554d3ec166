import { useLocale } from 'next-intl'
import { clockIn, dayIn, hoursApart, hoursBetween } from './clock'

export interface TimelineItem {
  readonly id: string
  readonly label: string
  readonly startsAt: Date
  /** A stretch when it has an end, else a moment. */
  readonly endsAt?: Date | null
  /** What the day turns on: a deadline is a line across, a crown the moment the winner is named. */
  readonly mark?: 'deadline' | 'crown'
}

export interface TimelineZone {
  readonly zone: string
  readonly label: string
}

/**
 * The days of an event to scale, in the venue's zone and in a second one, with now on it.
 * @param nowLabel how now is called, without its time; without `now` the timeline stands still
 */
export function Timeline({
  items,
  from,
  to,
  now,
  nowLabel,
  venue,
  second,
  className = '',
}: {
  items: readonly TimelineItem[]
  from: Date
  to: Date
  now?: Date
  nowLabel: string
  venue: TimelineZone
  second?: TimelineZone
  className?: string
}) {
  const locale = useLocale()
  const span = to.getTime() - from.getTime()
  const left = (instant: Date) =>
    `${(Math.min(1, Math.max(0, (instant.getTime() - from.getTime()) / span)) * 100).toFixed(3)}%`
  const width = (start: Date, end: Date) => `calc(${left(end)} - ${left(start)})`
  const hours = hoursBetween(from, to, venue.zone, hoursApart(from, to))
  const days = hoursBetween(from, to, venue.zone, 24)
  const current = now && now >= from && now <= to ? now : undefined
  const clock = (instant: Date) => clockIn(instant, venue.zone, locale)
  return (
    <div className={`drawn relative min-w-[70rem] ${className}`}>
      {current && <Now left={left(current)} words={`${nowLabel} ${clock(current)}`} />}
      <div className="relative h-20">
        {nights(from, to, venue.zone).map(([dusk, dawn]) => (
          <span
            key={dusk.getTime()}
            className="absolute inset-y-0 bg-sunken"
            style={{ left: left(dusk), width: width(dusk, dawn) }}
          />
        ))}
        <p className="caption absolute top-1.5 left-0 font-semibold">{dayIn(from, venue.zone, locale)}</p>
        {days.map((day) => (
          <p
            key={day.getTime()}
            className="caption absolute top-1.5 bottom-0 whitespace-nowrap border-muted border-l border-dotted pl-2 font-semibold"
            style={{ left: left(day) }}
          >
            {dayIn(day, venue.zone, locale)}
          </p>
        ))}
        <ol>
          {items.map((item) =>
            item.endsAt ? (
              <Stretch
                key={item.id}
                label={item.label}
                left={left(item.startsAt)}
                width={width(item.startsAt, item.endsAt)}
                done={now ? shareDone(item.startsAt, item.endsAt, now) : 0}
              />
            ) : (
              <Moment key={item.id} item={item} left={left(item.startsAt)} clock={clock(item.startsAt)} />
            ),
          )}
        </ol>
        {current && (
          <div className="absolute inset-y-0 border-signal border-l-2" style={{ left: left(current) }}>
            <span className="absolute bottom-4 -left-[9px] size-4 rounded-full border-3 border-signal bg-bg" />
          </div>
        )}
      </div>
      <div className="relative border-control border-t pt-2" aria-hidden="true">
        {hours.map((hour) => (
          <span
            key={hour.getTime()}
            className="absolute -top-1.5 h-1.5 w-px bg-control"
            style={{ left: left(hour) }}
          />
        ))}
        {[venue, ...(second ? [second] : [])].map(({ zone, label }, row) => (
          <div key={zone} className="relative h-5">
            <span
              className={`caption absolute left-0 z-10 bg-bg pr-2 ${row ? 'text-muted' : 'font-semibold'}`}
            >
              {label}
            </span>
            {hours.map((hour) => (
              <span
                key={hour.getTime()}
                className={`figures -translate-x-1/2 absolute text-xs ${row ? 'text-muted' : 'font-semibold'}`}
                style={{ left: left(hour) }}
              >
                {clockIn(hour, zone, locale)}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

const shareDone = (start: Date, end: Date, now: Date) =>
  Math.min(1, Math.max(0, (now.getTime() - start.getTime()) / (end.getTime() - start.getTime())))

/** From eight in the evening to six in the morning, as far as it lies between both. */
function nights(from: Date, to: Date, zone: string): readonly (readonly [Date, Date])[] {
  const hour = 60 * 60_000
  return hoursBetween(new Date(from.getTime() - 12 * hour), to, zone)
    .filter((instant) => clockIn(instant, zone) === '20:00')
    .map((dusk) => [dusk, new Date(dusk.getTime() + 10 * hour)] as const)
}

/** The hour in a lane of its own, where no other word can stand; late on the last day it ends at its line. */
function Now({ left, words }: { left: string; words: string }) {
  const late = Number.parseFloat(left) > 90
  return (
    <div className="relative h-6">
      <p
        className={`absolute inset-y-0 whitespace-nowrap border-signal font-semibold text-signal text-sm ${late ? 'border-r-2 pr-1.5' : 'border-l-2 pl-1.5'}`}
        style={late ? { right: `calc(100% - ${left} - 2px)` } : { left }}
      >
        {words}
      </p>
    </div>
  )
}

/** Over: filled in the muted colour; running: filled as far as it has come; ahead: an empty box. */
function Stretch({ label, left, width, done }: { label: string; left: string; width: string; done: number }) {
  const running = done > 0 && done < 1
  return (
    <li className="absolute bottom-3.5" style={{ left, width }}>
      <span className="relative z-10 block whitespace-nowrap pb-1.5 font-medium text-sm">{label}</span>
      <span
        className={`block h-3.5 overflow-hidden rounded-xs border bg-surface ${
          running ? 'border-signal' : 'border-muted'
        }`}
      >
        <span
          className={`block h-full ${running ? 'bg-signal' : 'bg-muted'}`}
          style={{ width: `${done * 100}%` }}
        />
      </span>
    </li>
  )
}

function Moment({ item, left, clock }: { item: TimelineItem; left: string; clock: string }) {
  return (
    <li className="absolute inset-y-0" style={{ left }}>
      <span className="absolute top-1 right-1.5 z-10 whitespace-nowrap bg-bg font-semibold text-sm">
        {item.label} {clock}
      </span>
      {item.mark === 'crown' ? (
        <svg viewBox="0 0 12 52" className="-left-1.5 absolute bottom-0 h-13 w-3" aria-hidden="true">
          <path d="M6 11v41" className="stroke-text" strokeWidth="1.6" />
          <path d="M6 1l5 5-5 5-5-5z" className="fill-bg stroke-text" strokeWidth="1.4" />
        </svg>
      ) : (
        <span className={`absolute inset-y-0 w-0.5 ${item.mark === 'deadline' ? 'bg-text' : 'bg-control'}`} />
      )}
    </li>
  )
}
