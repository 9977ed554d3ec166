'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { noteKey } from '@/domain/judging/device-sheet'
import { touchHalf, touchWhole } from '@/domain/judging/pad'
import { cellOf } from '@/domain/judging/receive-marks'
import { runningTotal } from '@/domain/judging/running-total'
import { AskText } from './ask-text'
import { Contests } from './contests'
import { Criterion } from './criterion'
import { DeliveryChip } from './delivery-chip'
import { Gate } from './gate'
import type { SheetData, ShownEntry } from './sheet-data'
import { type Standing, TeamList } from './team-list'
import { OwnMarks, TotalBars } from './total'
import { useKeys } from './use-keys'
import { useSheet } from './use-sheet'
import { speak, type Words } from './words'

/** Within this time a 0 after a 1 makes a 10. */
const TEN_MS = 900

/** The juror's screen: one card a team, and nothing of it waits for the network. */
export function Sheet({
  data,
  words,
  declare,
}: {
  data: SheetData
  words: Words
  /** Declares a conflict; answers the sentence that refused it, or nothing. */
  declare: (entry: string, reason: string) => Promise<string | undefined>
}) {
  const say = speak(words)
  const { criteria, closed } = data
  const yours = data.entries.filter(({ conflict }) => conflict === null)
  const { sheet, delivery, mark, answer, note, yieldTo, read, object } = useSheet(data)
  const [at, setAt] = useState(() => {
    const open = yours.findIndex(
      ({ entry }) => data.ballots.find((ballot) => ballot.entry === entry)?.status === 'draft',
    )
    return Math.max(0, open)
  })
  const [touched, setTouched] = useState<string | null>(null)
  const list = useRef<HTMLDialogElement>(null)
  const lastOne = useRef({ criterion: '', at: 0 })

  const weighted = criteria.filter(({ kind }) => kind === 'weighted')
  const gates = criteria.filter(({ kind }) => kind === 'gate')
  const here = yours[Math.min(at, yours.length - 1)]
  const valueAt = (entry: string, criterion: string) =>
    sheet.cells[cellOf({ entry, criterion })]?.value ?? null
  const totalOf = (entry: string) => runningTotal(criteria, (criterion) => valueAt(entry, criterion))
  const statusOf = (entry: string) => sheet.ballots[entry]?.status ?? 'draft'

  const standingOf = ({ entry, conflict }: ShownEntry): Standing => {
    if (conflict !== null) return { state: 'conflict', letter: 'C', shown: '', share: 0 }
    const { points, left } = totalOf(entry)
    const marked = weighted.length - left
    const status = statusOf(entry)
    if (status === 'submitted') return { state: 'sent', letter: 'S', shown: points.toFixed(0), share: 1 }
    if (status === 'recused') return { state: 'recused', letter: 'R', shown: '', share: 0 }
    if (status === 'absent') return { state: 'absent', letter: 'A', shown: '', share: 0 }
    if (marked === 0) return { state: 'unopened', letter: '–', shown: '', share: 0 }
    const shown = left === 0 ? points.toFixed(0) : `${marked}/${weighted.length}`
    return { state: left === 0 ? 'complete' : 'part', letter: 'D', shown, share: marked / weighted.length }
  }

  const entry = here?.entry ?? ''
  const status = statusOf(entry)
  const locked = closed || status !== 'draft'
  const total = totalOf(entry)
  const unmarked = weighted.find(({ id }) => valueAt(entry, id) === null)
  const active = weighted.find(({ id }) => id === touched) ?? unmarked ?? weighted[0]
  const whole = total.left === 0

  const go = (to: number) => {
    if (to < 0 || to >= yours.length) return
    setAt(to)
    setTouched(null)
    scrollTo({ top: 0 })
  }
  const open = (id: string) => {
    list.current?.close()
    go(yours.findIndex((one) => one.entry === id))
  }
  const give = (criterion: string, value: number | null) => {
    if (locked || !here) return
    setTouched(criterion)
    mark(entry, criterion, value)
  }
  const submit = () => {
    if (closed || !here) return
    if (status === 'draft' && whole) answer(entry, 'submitted')
    else if (status !== 'draft') go(at + 1)
  }

  const declareHere = async (reason: string) => {
    const refused = await declare(entry, reason).catch(() => say('conflictNeedsNetwork'))
    if (refused) object(refused)
    else location.reload()
  }

  useKeys({
    digit: (digit) => {
      if (!active || locked) return
      const { scale, id } = active
      const ten = digit === 0 && lastOne.current.criterion === id && Date.now() - lastOne.current.at < TEN_MS
      lastOne.current = { criterion: digit === 1 ? id : '', at: Date.now() }
      const value = ten ? 10 : digit
      if (value < scale.min || value > scale.max) return
      give(id, ten ? value : touchWhole(valueAt(entry, id), value))
    },
    half: () => active && give(active.id, touchHalf(valueAt(entry, active.id), active.scale)),
    clear: () => active && valueAt(entry, active.id) !== null && give(active.id, null),
    criterion: (step) => {
      const to = weighted[weighted.findIndex(({ id }) => id === active?.id) + step]
      if (!to) return
      setTouched(to.id)
      document.getElementById(`criterion-${to.id}`)?.scrollIntoView({ block: 'nearest' })
    },
    team: (step) => go(at + step),
    submit,
  })

  const sent = yours.filter((one) => statusOf(one.entry) === 'submitted')
  const never = data.entries.length - yours.length
  const label = ({ order, team }: ShownEntry) => (order === null ? team : String(order))
  const totals = yours
    .filter(
      (one) => one.entry !== entry && (statusOf(one.entry) === 'submitted' || totalOf(one.entry).left === 0),
    )
    .map((one) => ({ label: label(one), total: totalOf(one.entry).points }))
  const range =
    here && total.of > 0 && !whole ? ([total.points, total.points + 100 - total.of] as const) : null
  const teamOf = (id: string) => yours.find((one) => one.entry === id)?.team ?? ''
  const nameOf = (id: string) => criteria.find((one) => one.id === id)?.name ?? ''
  const chip = <DeliveryChip delivery={delivery} waiting={sheet.queue.length} zone={data.zone} say={say} />
  const teams = (columns: string) => (
    <TeamList
      entries={data.entries}
      standingOf={standingOf}
      at={here?.entry}
      onOpen={open}
      say={say}
      columns={columns}
    />
  )
  const reason = sheet.ballots[entry]?.reason ?? ''
  const answered = { submitted: 'isSubmitted', recused: 'isRecused', absent: 'isAbsent', draft: '' }[status]
  const textAsker = (kind: 'private' | 'feedback', word: 'privateNote' | 'feedback', help: string) => (
    <AskText
      key={`${kind} ${entry}`}
      opener={`${sheet.notes[noteKey(entry, kind)] ? '✓' : kind === 'private' ? '' : '+'} ${say(word)}`}
      title={here?.team ?? ''}
      label={say(word)}
      help={say(help)}
      text={sheet.notes[noteKey(entry, kind)] ?? ''}
      needed={false}
      disabled={closed}
      choices={[{ word: say('keep'), help: '', act: (text) => note(entry, kind, text) }]}
      say={say}
    />
  )

  return (
    <div className="md:landscape:grid md:landscape:min-h-dvh md:landscape:grid-cols-[minmax(20rem,26rem)_1fr]">
      <aside className="hidden border-r bg-sunken md:landscape:block">
        <div className="p-4">
          <p className="caption text-muted">{data.caption}</p>
          <p className="mt-1 font-semibold text-lg">{data.office}</p>
          <p className="text-muted text-sm">
            {say('summary', { yours: yours.length, sent: sent.length })}{' '}
            {never > 0 && say('never', { count: never })}
          </p>
        </div>
        <div className="border-t">{teams('columns-2 gap-0')}</div>
        <p className="p-3 text-muted text-xs">{say('keys')}</p>
      </aside>

      <div className="mx-auto flex w-full max-w-3xl flex-col md:px-6 md:landscape:max-w-5xl">
        <div className="flex flex-wrap items-center justify-between gap-2 px-4 pt-2 md:px-0 md:landscape:justify-end">
          <p className="caption text-muted md:landscape:hidden">
            {data.office} · {data.caption}
          </p>
          {chip}
        </div>
        <div className="px-4 md:px-0">
          {closed && (
            <p className="my-2 rounded-md bg-primary-soft p-3 text-sm" role="status">
              {say('closed')}
            </p>
          )}
          {sheet.refused.length > 0 && (
            <div role="alert" className="my-2 rounded-md border border-danger bg-surface p-3 text-sm">
              {sheet.refused.map((one) => (
                <p key={one}>{one}</p>
              ))}
              <Button type="button" look="secondary" className="mt-2" onClick={read}>
                {say('understood')}
              </Button>
            </div>
          )}
          <Contests
            contests={sheet.contests}
            teamOf={teamOf}
            nameOf={nameOf}
            onKeep={({ mine }) => mark(mine.entry, mine.criterion, mine.value)}
            onTake={({ mine }) => yieldTo(mine.id)}
            say={say}
          />
        </div>

        {here && (
          <main id="content" className="flex flex-1 flex-col">
            <div className="grid gap-3 px-4 pt-2 pb-3 md:grid-cols-2 md:items-end md:border-b md:px-0">
              <div className="flex items-baseline gap-3">
                {here.order !== null && <span className="figures text-3xl text-muted">{here.order}</span>}
                <div>
                  <h1 className="display text-2xl">{here.team}</h1>
                  <p className="text-muted text-sm">
                    {[here.institution, here.about].filter((one) => one !== null).join(' · ')}
                  </p>
                </div>
              </div>
              {gates.map((gate) => (
                <Gate
                  key={gate.id}
                  criterion={gate}
                  value={sheet.cells[cellOf({ entry, criterion: gate.id })]?.value}
                  locked={locked}
                  onMark={(value) => mark(entry, gate.id, value)}
                  say={say}
                />
              ))}
            </div>
            {here.setAside !== null && (
              <p className="mx-4 mb-2 rounded-md bg-primary-soft p-3 text-sm md:mx-0">
                {say('setAside', { reason: here.setAside })}
              </p>
            )}
            {answered && (
              <div className="mx-4 mb-2 flex flex-wrap items-center justify-between gap-2 rounded-md bg-primary-soft p-3 text-sm md:mx-0 md:mt-2">
                <p>{say(answered, { reason })}</p>
                {!closed && status !== 'absent' && (
                  <Button type="button" look="secondary" onClick={() => answer(entry, 'draft')}>
                    {say('reopen')}
                  </Button>
                )}
              </div>
            )}
            <div className="md:py-2">
              {weighted.map((criterion) => (
                <Criterion
                  key={criterion.id}
                  criterion={criterion}
                  weight={Math.round(total.parts.find(({ id }) => id === criterion.id)?.share ?? 0)}
                  value={valueAt(entry, criterion.id)}
                  // The touched one stays open for its ½, the next one opens: four touches are four marks.
                  open={!locked && (criterion.id === active?.id || criterion.id === unmarked?.id)}
                  active={!locked && criterion.id === active?.id}
                  locked={locked}
                  onMark={(value) => give(criterion.id, value)}
                  onOpen={() => setTouched(criterion.id)}
                  say={say}
                />
              ))}
            </div>
            <div className="grid grid-cols-3 divide-x border-y">
              {textAsker('private', 'privateNote', 'privateHelp')}
              {textAsker('feedback', 'feedback', 'feedbackHelp')}
              <AskText
                key={`cannot ${entry}`}
                opener={say('cannot')}
                title={say('cannotTitle', { team: here.team })}
                label={say('reason')}
                help={say('reasonHelp')}
                text=""
                needed
                disabled={locked}
                choices={[
                  {
                    word: say('recuse'),
                    help: say('recuseHelp'),
                    act: (text) => answer(entry, 'recused', text),
                  },
                  {
                    word: say('conflict'),
                    help: say('conflictHelp'),
                    act: (text) => declareHere(text),
                  },
                ]}
                say={say}
              />
            </div>
            <div className="hidden pt-4 md:block">
              <OwnMarks
                totals={totals}
                range={range}
                caption={say('own')}
                rangeText={
                  range
                    ? say('ownRange', {
                        team: label(here),
                        low: range[0].toFixed(0),
                        high: range[1].toFixed(0),
                      })
                    : ''
                }
              />
            </div>
          </main>
        )}

        <footer className="sticky bottom-0 z-10 mt-auto border-t bg-bg">
          <div className="px-4 py-2 md:px-0">
            <div className="mb-2 flex min-h-12 flex-wrap items-center justify-between gap-x-3">
              <p className="caption text-muted">{say('totalSoFar')}</p>
              <p className="figures text-sm text-muted">
                <strong className="text-text text-xl">{total.points.toFixed(1)}</strong>{' '}
                {say('ofTotal', { of: Math.round(total.of) })}
                {status === 'draft' &&
                  total.left === 1 &&
                  ` · ${say('leftOne', { name: unmarked?.name ?? '' })}`}
                {status === 'draft' && total.left > 1 && ` · ${say('leftOther', { count: total.left })}`}
              </p>
              {status === 'draft' && whole && !closed && (
                <Button type="button" data-pad className="w-full sm:w-auto" onClick={submit}>
                  {say('submit', { total: total.points.toFixed(1) })}
                </Button>
              )}
            </div>
            <TotalBars parts={total.parts} />
          </div>
          <nav className="grid grid-cols-[1fr_auto_1fr] divide-x border-t">
            <Turn to={yours[at - 1]} side="left" label={say('previous')} onTurn={() => go(at - 1)} />
            <button
              type="button"
              className="min-h-14 px-4 font-semibold text-sm md:landscape:pointer-events-none"
              aria-label={say('list')}
              onClick={() => list.current?.showModal()}
            >
              <span aria-hidden="true" className="block leading-4 md:landscape:hidden">
                ☰
              </span>
              <span className="figures">
                {say('position', { at: Math.min(at + 1, yours.length), count: yours.length })}
              </span>
            </button>
            <Turn to={yours[at + 1]} side="right" label={say('next')} onTurn={() => go(at + 1)} />
          </nav>
        </footer>
      </div>

      <dialog
        ref={list}
        aria-label={say('list')}
        className="m-0 h-dvh max-h-none w-full max-w-none bg-bg text-text"
      >
        <div className="sticky top-0 flex items-center justify-between gap-3 border-b bg-bg px-3 py-1">
          <p className="text-sm">{say('summary', { yours: yours.length, sent: sent.length })}</p>
          <Button type="button" look="quiet" onClick={() => list.current?.close()}>
            {say('close')}
          </Button>
        </div>
        {teams('')}
      </dialog>
    </div>
  )
}

function Turn({
  to,
  side,
  label,
  onTurn,
}: {
  to: ShownEntry | undefined
  side: 'left' | 'right'
  label: string
  onTurn: () => void
}) {
  if (!to) return <span />
  const arrow = (
    <span aria-hidden="true" className="text-xl">
      {side === 'left' ? '‹' : '›'}
    </span>
  )
  return (
    <button
      type="button"
      aria-label={`${label}: ${to.team}`}
      className={`flex min-h-14 min-w-0 items-center gap-3 px-4 text-sm ${side === 'right' ? 'justify-end text-right' : 'text-left'}`}
      onClick={onTurn}
    >
      {side === 'left' && arrow}
      <span className="min-w-0">
        <span className="figures block text-muted text-xs">{to.order ?? ''}</span>
        <span className="block truncate font-semibold">{to.team}</span>
      </span>
      {side === 'right' && arrow}
    </button>
  )
}
