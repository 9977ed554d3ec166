import { Check, Minus, X } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { Companion } from '@/domain/ranking/companion/companion'
import type { WithoutJuror } from '@/domain/ranking/companion/leave-one-out'
import type { Look } from '@/server/ranking/compute-ranking'

/** Whether the winner stays first whichever juror is left out, juror by juror, and who would be first otherwise. */
export async function Robustness({ look: { record }, companion }: { look: Look; companion: Companion }) {
  const t = await getTranslations('ranking')
  const team = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  const seatOf = (id: string) => record.jurors.find((juror) => juror.id === id)
  const parts = companion.components.filter(
    ({ without, entries }) => without.length > 0 && entries.length > 1,
  )
  return parts.map(({ leader, without }) => {
    const inSeats = without.toSorted(
      (a, b) => (seatOf(a.juror)?.position ?? 0) - (seatOf(b.juror)?.position ?? 0),
    )
    const stays = without.filter((one) => one.stays === true).length
    return (
      <section key={leader} className="py-6">
        <h2 className="font-semibold text-lg">
          {parts.length > 1 ? t('stays-first-of', { team: team(leader) }) : t('stays-first')}
        </h2>
        <p className="figures mt-1 text-5xl">
          {stays}
          <span className="text-muted">/{without.length}</span>
        </p>
        <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-2">
          {inSeats.map((one) => {
            const seat = seatOf(one.juror)
            return (
              <li key={one.juror} className="grid justify-items-center gap-1" title={seat?.office}>
                <Mark stays={one.stays} />
                <span className="sr-only">{wordsOf(one)}</span>
                <span aria-hidden="true" className="figures text-muted text-xs">
                  {seat?.position ?? '–'}
                </span>
              </li>
            )
          })}
        </ul>
        <div className="mt-3 grid gap-1 text-muted text-sm">
          {stays === without.length && <p>{t('stays-without-any', { team: team(leader) })}</p>}
          {inSeats
            .filter((one) => one.stays !== true)
            .map((one) => (
              <p key={one.juror} aria-hidden="true">
                {wordsOf(one)}
              </p>
            ))}
        </div>
      </section>
    )
  })

  function wordsOf({ juror, stays, first }: WithoutJuror): string {
    const office = seatOf(juror)?.office ?? ''
    if (stays === null) return t('without-apart', { juror: office })
    return t(stays ? 'without-stays' : 'without-changes', {
      juror: office,
      teams: first.map(team).join(', '),
    })
  }
}

function Mark({ stays }: { stays: boolean | null }) {
  if (stays === null) return <Ring Icon={Minus} look="border-control text-muted" />
  return stays ? (
    <Ring Icon={Check} look="border-success text-success" />
  ) : (
    <Ring Icon={X} look="border-warn text-warn" />
  )
}

function Ring({ Icon, look }: { Icon: typeof Check; look: string }) {
  return (
    <span className={`grid size-7 place-items-center rounded-full border-[1.5px] ${look}`}>
      <Icon className="size-4" aria-hidden="true" />
    </span>
  )
}
