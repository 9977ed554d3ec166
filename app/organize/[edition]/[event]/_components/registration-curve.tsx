import { getTranslations } from 'next-intl/server'
import { dayIn } from '@/components/schedule/clock'
import type { EventRow } from '@/server/events/find-event'
import { registeredByDay } from '../registered-by-day'

const [WIDTH, HEIGHT, TOP, RIGHT, BOTTOM] = [690, 220, 18, 40, 26]

/** How many are registered, as steps by day up to the close, under the hall's seats; the figures stand in its twin. */
export async function RegistrationCurve({
  event,
  registered,
  at,
  className,
}: {
  event: EventRow
  registered: readonly Date[]
  at: Date
  className: string
}) {
  const t = await getTranslations('organize')
  const { timeZone, capacity } = event
  const opens = event.registrationOpensAt ?? new Date(Math.min(Number(at), ...registered.map(Number)))
  const closes = event.registrationClosesAt ?? event.startsAt
  const until = at < closes ? at : closes
  const days = registeredByDay(registered, timeZone, opens, until)
  const fresh = registered.filter((instant) => Number(instant) > Number(at) - 86_400_000).length
  const left = Math.max(0, Number(closes) - Number(at))
  const top = Math.max(capacity ?? 0, registered.length, 10)
  const step = Math.max(10, Math.ceil(top / 3 / 10) * 10)
  const span = Math.max(1, Number(closes) - Number(opens))
  const x = (instant: number) => Math.min(1, Math.max(0, (instant - Number(opens)) / span)) * (WIDTH - RIGHT)
  const y = (count: number) => HEIGHT - BOTTOM - (count / (top * 1.08)) * (HEIGHT - BOTTOM - TOP)
  const moments = [...registered].map(Number).sort((a, b) => a - b)
  const path = days
    .map(({ total }, index) => {
      const here = Number(opens) + index * 86_400_000
      return index === 0 ? `M0 ${y(0)}V${y(total)}` : `H${x(here)}V${y(total)}`
    })
    .join('')
  const nowX = x(Number(until))
  const nowY = y(moments.length)
  return (
    <section className={className}>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="figures font-semibold text-4xl leading-none tracking-tight">
          {registered.length}
        </span>
        <span className="text-muted">
          <strong className="text-text">{t('registered', { count: registered.length })}</strong>
          {fresh > 0 && ` · ${t('since-yesterday', { count: fresh })}`}
          {left > 0 &&
            ` · ${t('time-left', { days: Math.floor(left / 86_400_000), hours: Math.floor(left / 3_600_000) % 24 })}`}
        </span>
      </p>
      <section
        className="overflow-x-auto"
        aria-label={t('curve', { count: registered.length })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="mt-4 w-full min-w-lg" aria-hidden="true">
          {Array.from({ length: Math.floor((top * 1.05) / step) }, (_, index) => (index + 1) * step).map(
            (count) => (
              <g key={count}>
                <path
                  d={`M0 ${y(count)}H${WIDTH - RIGHT}`}
                  className={count === capacity ? 'stroke-transparent' : 'stroke-line'}
                />
                <text x={WIDTH} y={y(count) + 4} textAnchor="end" className="figures fill-muted text-[12px]">
                  {count}
                </text>
              </g>
            ),
          )}
          {capacity !== null && (
            <>
              <path
                d={`M0 ${y(capacity)}H${WIDTH - RIGHT}`}
                className="stroke-control"
                strokeDasharray="1 5"
              />
              <text x="0" y={y(capacity) - 7} className="figures fill-muted text-[12px] uppercase">
                {t('hall', { seats: capacity })}
              </text>
            </>
          )}
          <path d={`M0 ${HEIGHT - BOTTOM}H${WIDTH - RIGHT}`} className="stroke-control" />
          <path d={`M${WIDTH - RIGHT} 0V${HEIGHT - BOTTOM}`} className="stroke-text" strokeWidth="2" />
          <text
            x={WIDTH - RIGHT - 8}
            y="11"
            textAnchor="end"
            className="figures fill-text font-semibold text-[12px] uppercase"
          >
            {t('closes', { day: dayIn(closes, timeZone) })}
          </text>
          <path d={`${path}H${nowX}V${nowY}`} fill="none" className="stroke-primary" strokeWidth="2" />
          <circle cx={nowX} cy={nowY} r="5.5" className="fill-bg stroke-primary" strokeWidth="2" />
          <text x="0" y={HEIGHT - 6} className="figures fill-muted text-[12px]">
            {dayIn(opens, timeZone)}
          </text>
          {nowX > 110 && nowX < WIDTH - RIGHT - 90 && (
            <text
              x={nowX}
              y={HEIGHT - 6}
              textAnchor="middle"
              className="figures fill-text font-semibold text-[12px]"
            >
              {t('today')}
            </text>
          )}
          <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end" className="figures fill-muted text-[12px]">
            {dayIn(closes, timeZone)}
          </text>
        </svg>
      </section>
      <details>
        <summary className="inline-flex min-h-12 items-center text-muted text-sm">{t('curve-table')}</summary>
        <table className="text-sm">
          <tbody>
            {days.map(({ day, total }) => (
              <tr key={day}>
                <th scope="row" className="pr-6 text-left font-normal text-muted">
                  {day}
                </th>
                <td className="figures text-right">{total}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
