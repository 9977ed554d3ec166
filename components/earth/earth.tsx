import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { STATE_COLOURS, StateMark } from '@/components/events/state-mark'
import type { MapState } from '@/domain/events/map-state'
import { arcPath } from './arc'
import { LandDots } from './dots'
import { type Bounds, type Place, type Projection, partOfEarth, wholeEarth } from './projection'
import { TargetMark } from './target-mark'

export interface EarthEvent extends Place {
  readonly id: string
  /** The city, as it is read out and, when highlighted, written. */
  readonly label: string
  readonly caption?: string
  readonly state: MapState
  /** Stands out: larger, named, its arc thicker. */
  readonly highlight?: boolean
  readonly href?: string
}

export interface EarthTarget extends Place {
  readonly label: string
  readonly caption?: string
}

export interface EarthProps {
  readonly events: readonly EarthEvent[]
  readonly target?: EarthTarget
  /** Draws the way from an event to the target: of all winners, of the highlighted ones too, or of none. */
  readonly arcs?: 'all' | 'highlighted' | 'none'
  /** Only this part of the Earth; without it, the whole. */
  readonly bounds?: Bounds
  /** How many dots a row of that part holds. */
  readonly dots?: number
  /** Draws a circle round a part that is enlarged beside the map. */
  readonly lens?: Place & { readonly degrees: number }
  /** In one sentence, what the map shows. */
  readonly title: string
  /** Whether the target and the highlighted events bear their names. */
  readonly named?: boolean
  /** The size of names, and with it of shapes and arcs: larger on a projector. */
  readonly textSize?: string
  readonly className?: string
}

/**
 * The Earth in dots with events on it. Land and arcs are drawn; events are a list of places laid over the drawing,
 * so that they keep their size on a phone, can be links and are read out one by one.
 */
export function Earth(props: EarthProps) {
  const {
    events,
    target,
    arcs = 'all',
    bounds,
    dots,
    lens,
    title,
    named = true,
    textSize = 'text-xs',
    className = '',
  } = props
  const t = useTranslations('look')
  const titleId = useId()
  const projection = bounds ? partOfEarth(bounds, dots) : wholeEarth()
  const inside = events.filter((event) => isInside(event, projection))
  const center = lens && projection.project(lens)
  return (
    <figure className={`relative isolate ${textSize} ${className}`} aria-labelledby={titleId}>
      <figcaption id={titleId} className="sr-only">
        {title}
      </figcaption>
      <svg
        viewBox={`0 0 ${projection.width} ${projection.height}`}
        className="block h-auto w-full"
        aria-hidden="true"
      >
        <LandDots projection={projection} />
        {lens && center && (
          <circle
            cx={center.x}
            cy={center.y}
            r={Math.abs(projection.project({ ...lens, lat: lens.lat + lens.degrees }).y - center.y)}
            className="fill-none stroke-control"
            vectorEffect="non-scaling-stroke"
          />
        )}
        {target &&
          arcs !== 'none' &&
          arcOrder(events, arcs).map((event) => (
            <Arc
              key={event.id}
              event={event}
              target={target}
              projection={projection}
              alone={Boolean(bounds)}
            />
          ))}
      </svg>
      {target && isInside(target, projection) && (
        <Marker place={target} projection={projection}>
          <TargetMark />
          {named && (
            <PlaceName label={target.label} caption={target.caption} side={bounds ? 'right' : 'line'} />
          )}
        </Marker>
      )}
      <ul>
        {inside.map((event) => (
          <Marker key={event.id} as="li" place={event} projection={projection} above={event.highlight}>
            <EventShape event={event} words={t(`states.${event.state}`)} />
            {named && event.highlight && (
              <PlaceName
                label={event.label}
                caption={event.caption}
                side={projection.project(event).x > projection.width * 0.8 ? 'left' : 'right'}
                color={STATE_COLOURS[event.state]}
                gold={event.state === 'winner'}
              />
            )}
          </Marker>
        ))}
      </ul>
    </figure>
  )
}

const isInside = (place: Place, { project, width, height }: Projection) => {
  const { x, y } = project(place)
  return x >= 0 && x <= width && y >= 0 && y <= height
}

/** The highlighted arc last, over the others. */
const arcOrder = (events: readonly EarthEvent[], arcs: 'all' | 'highlighted') =>
  events
    .filter(({ state, highlight }) => highlight || (arcs === 'all' && state === 'winner'))
    .toSorted((a, b) => Number(a.highlight ?? false) - Number(b.highlight ?? false))

function Arc({
  event,
  target,
  projection,
  alone,
}: {
  event: EarthEvent
  target: Place
  projection: Projection
  alone: boolean
}) {
  const known = event.state === 'winner'
  return (
    <path
      d={arcPath(target, event, projection)}
      className={known ? 'fill-none stroke-gold' : 'fill-none stroke-primary'}
      style={{ strokeWidth: event.highlight ? (alone ? '.2em' : '.16em') : '.08em' }}
      strokeOpacity={event.highlight ? 1 : 0.55}
      strokeDasharray={known ? undefined : '.34em .34em'}
      vectorEffect="non-scaling-stroke"
    />
  )
}

function EventShape({ event, words }: { event: EarthEvent; words: string }) {
  const size = event.highlight ? 'size-[1.45em]' : 'size-[1.1em] max-sm:size-[.9em]'
  const label = `${event.label}: ${words}`
  if (!event.href) return <StateMark state={event.state} label={label} className={`block ${size}`} />
  return (
    <Link href={event.href as never} title={label} className="-m-[.6em] block rounded-full p-[.6em]">
      <StateMark state={event.state} label={label} className={`block ${size}`} />
    </Link>
  )
}

function Marker({
  as: Tag = 'div',
  place,
  projection,
  above,
  children,
}: {
  as?: 'div' | 'li'
  place: Place
  projection: Projection
  above?: boolean
  children: React.ReactNode
}) {
  const { x, y } = projection.project(place)
  return (
    <Tag
      className={`absolute -translate-x-1/2 -translate-y-1/2 ${above ? 'z-10' : ''}`}
      style={{ left: percent(x / projection.width), top: percent(y / projection.height) }}
    >
      {children}
    </Tag>
  )
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`

const SIDES = {
  right: 'top-full left-full pl-1',
  left: 'top-full right-1/2 text-right',
  line: 'top-1/2 right-full -translate-y-[0.7em] pr-14 text-right max-sm:pr-2',
}

/** The name beside its place: below to the right, below to the left where the sheet ends, or at the end of a line. */
function PlaceName({
  label,
  caption,
  side,
  color = 'text-muted',
  gold = false,
}: {
  label: string
  caption?: string
  side: keyof typeof SIDES
  color?: string
  gold?: boolean
}) {
  return (
    <span className={`caption text-[1em]! absolute whitespace-nowrap ${SIDES[side]}`}>
      {side === 'line' && (
        <span className="absolute top-[0.7em] right-0.5 w-12 border-control border-t max-sm:hidden" />
      )}
      <span className={`block font-semibold ${gold ? 'text-gold' : 'text-text'}`}>{label}</span>
      {caption && <span className={`block ${color}`}>{caption}</span>}
    </span>
  )
}
