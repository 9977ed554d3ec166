'use client'

import { useRef } from 'react'
import { useKeptPage } from '@/components/offline/use-kept-page'
import { countWaiting } from '@/domain/judging/device-sheet'
import { Alerts } from './alerts'
import { Answered } from './answered'
import { BesideMarks } from './beside-marks'
import { Bottom } from './bottom'
import { Criterion } from './criterion'
import { DeliveryChip } from './delivery-chip'
import { HandOver } from './hand-over'
import { Ledger } from './ledger'
import { ListDialog } from './list-dialog'
import { NowOnStage } from './now-on-stage'
import { Rail } from './rail'
import { readSheet } from './read-sheet'
import { Reminder } from './reminder'
import { ReviewLink } from './review-link'
import type { SheetData } from './sheet-data'
import { TeamHead } from './team-head'
import { TeamList } from './team-list'
import { useCard } from './use-card'
import { useSheet } from './use-sheet'
import { speak, type Words } from './words'

/**
 * The juror's screen: one card a team, and nothing of it waits for the network. Held upright it is one column with the
 * list of teams behind a button; held across, the list stands at its left.
 */
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
  const { closed } = data
  const device = useSheet(data)
  useKeptPage('jury', data.page)
  const { sheet, delivery, kept, mark, answer, note, object } = device
  const reading = readSheet(data, sheet)
  const { weighted, gates, yours, valueAt } = reading
  const card = useCard(reading, device, closed)
  const list = useRef<HTMLDialogElement>(null)
  const { here, entry, status, locked, total, active, unmarked } = card

  const declareHere = async (reason: string) => {
    const refused = await declare(entry, reason).catch(() => say('conflictNeedsNetwork'))
    if (refused) object({ sentence: refused, entry })
    else location.reload()
  }
  const open = (id: string) => {
    list.current?.close()
    card.open(id)
  }
  const sent = yours.filter((one) => reading.statusOf(one.entry) === 'submitted').length
  const summary = say('summary', { yours: yours.length, sent })
  const teams = (columns: string) => (
    <TeamList
      entries={data.entries}
      standingOf={reading.standingOf}
      at={here?.entry}
      onOpen={open}
      say={say}
      columns={columns}
    />
  )

  return (
    <div className="md:landscape:grid md:landscape:min-h-dvh md:landscape:grid-cols-[minmax(20rem,26rem)_1fr]">
      <Rail data={data} summary={summary} never={data.entries.length - yours.length} say={say}>
        {teams('columns-2 gap-0')}
      </Rail>
      <main
        id="content"
        className="mx-auto flex min-h-dvh w-full max-w-3xl flex-col md:px-6 md:landscape:max-w-5xl"
      >
        <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1 px-4 pt-2 md:px-0">
          <p className="caption min-w-0 flex-1 basis-40 truncate text-muted md:landscape:hidden">
            {data.office} · {data.caption}
          </p>
          <DeliveryChip
            delivery={delivery}
            kept={kept}
            waiting={countWaiting(sheet.queue)}
            zone={data.zone}
            page={data.page}
            say={say}
          />
        </div>
        <NowOnStage
          address={`${data.api.replace('/jury/', '/events/')}/stage`}
          at={entry}
          mine={(id) => yours.some((one) => one.entry === id)}
          onJump={open}
          say={say}
        />
        <Reminder
          data={data}
          missing={yours.filter((one) => reading.statusOf(one.entry) === 'draft').length}
          say={say}
        />
        <Alerts data={data} device={device} say={say} />
        {here && (
          <>
            <TeamHead
              here={here}
              page={data.page}
              gates={gates}
              markAt={(gate) => reading.markAt(entry, gate)}
              locked={locked}
              onMark={(gate, value) => mark(entry, gate, value)}
              say={say}
            />
            <Answered
              status={status}
              reason={reading.reasonOf(entry)}
              setAside={here.setAside}
              closed={closed}
              onReopen={() => answer(entry, 'draft')}
              say={say}
            />
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
                  onMark={(value) => card.give(criterion.id, value)}
                  onOpen={() => card.touch(criterion.id)}
                  say={say}
                />
              ))}
            </div>
            <BesideMarks
              here={here}
              notes={sheet.notes}
              closed={closed}
              locked={locked}
              onNote={(kind, text) => note(entry, kind, text)}
              onRecuse={(reason) => answer(entry, 'recused', reason)}
              onDeclare={declareHere}
              say={say}
            />
            <Ledger reading={reading} here={here} total={total} say={say} />
          </>
        )}
        {/* Under the card: it must not move a number away from under a finger when the network goes. */}
        <HandOver
          juror={data.juror}
          queue={sheet.queue}
          needed={!kept || delivery.state === 'network' || delivery.state === 'sign-in'}
          say={say}
        />
        <ReviewLink reading={reading} waiting={sheet.queue.length} api={data.api} say={say} />
        <Bottom
          card={card}
          yours={yours}
          closed={closed}
          onList={() => list.current?.showModal()}
          say={say}
        />
      </main>
      <ListDialog ref={list} summary={summary} say={say}>
        {teams('')}
      </ListDialog>
    </div>
  )
}
