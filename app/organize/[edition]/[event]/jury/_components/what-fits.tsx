import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { type Course, type Day, feasibilityOf, type Proposal } from '@/domain/judging/feasibility'

type Words = Awaited<ReturnType<typeof getTranslations<'organize.jury.fits'>>>

/** What fits into the jury's day, in sentences, and a form to ask about another one. */
export async function WhatFits({ day }: { day: Day }) {
  const t = await getTranslations('organize.jury.fits')
  const found = feasibilityOf(day)
  return (
    <div className="grid gap-4" id="fits">
      <h3 className="font-semibold">{t('title')}</h3>
      {!found && <p className="text-muted">{t('nothing')}</p>}
      {found && (
        <div className="grid max-w-prose gap-2">
          <p>
            {t('full', {
              teams: day.teams,
              slot: day.pitchMinutes + day.turnoverMinutes,
              time: timeOf(found.full.minutes, t),
              each: found.full.ballotsPerJuror[0],
            })}
          </p>
          {(day.ballotsPerTeam !== null || day.rooms > 1) && <p>{chosenIn(found.chosen, day, t)}</p>}
          <p className={found.fits ? '' : 'font-semibold'}>
            {!found.fits && day.windowMinutes !== null
              ? `${t('over', { over: timeOf(found.chosen.minutes - day.windowMinutes, t) })} `
              : ''}
            {proposed(found.proposal, t)}
          </p>
        </div>
      )}
      <form method="get" action="#fits" className="grid items-end gap-x-5 gap-y-4 sm:grid-cols-2">
        <Figure name="rooms" label={t('rooms')} value={String(day.rooms)} />
        <Figure name="ballots" label={t('ballots')} value={String(day.ballotsPerTeam ?? '')} />
        <Figure name="turnover" label={t('turnover')} value={String(day.turnoverMinutes)} />
        <Figure name="hours" label={t('hours')} value={hoursOf(day)} />
        <div className="col-span-full">
          <Button look="secondary">{t('ask')}</Button>
        </div>
      </form>
    </div>
  )
}

function Figure({ name, label, value }: { name: string; label: string; value: string }) {
  return <TextField id={`fits-${name}`} name={name} label={label} inputMode="decimal" defaultValue={value} />
}

function hoursOf({ windowMinutes }: Day): string {
  return windowMinutes === null ? '' : String(Math.round(windowMinutes / 6) / 10)
}

function timeOf(minutes: number, t: Words): string {
  return t('time', {
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
    both: String(minutes >= 60 && minutes % 60 > 0),
  })
}

function chosenIn(course: Course, day: Day, t: Words): string {
  const said = t('chosen', figuresOf(course, t))
  if (course.rooms >= Math.min(day.rooms, day.teams)) return said
  return `${said} ${t('idle', { jurors: day.jurors, rooms: course.rooms, ballots: course.ballotsPerTeam })}`
}

function proposed(proposal: Proposal, t: Words): string {
  if (proposal.kind === 'too-long') {
    return t('too-long', { teams: proposal.teams, minutes: proposal.pitchMinutes })
  }
  if (proposal.kind === 'full') return t('full-panel')
  const finalists = proposal.kind === 'two-rounds' ? proposal.finalists : 0
  return t(proposal.kind, { ...figuresOf(proposal.course, t), finalists })
}

function figuresOf({ rooms, ballotsPerTeam, minutes, ballotsPerJurorHour: [low, high] }: Course, t: Words) {
  return { rooms, ballots: ballotsPerTeam, time: timeOf(minutes, t), low, high, same: String(low === high) }
}
