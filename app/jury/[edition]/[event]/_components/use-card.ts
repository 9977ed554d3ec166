'use client'

import { useRef, useState } from 'react'
import { touchHalf, touchWhole } from '@/domain/judging/pad'
import type { SheetReading } from './read-sheet'
import { useKeys } from './use-keys'
import type { useSheet } from './use-sheet'

/** Within this time a 0 after a 1 makes a 10. */
const TEN_MS = 900

/** The card on top: which team it is, which criterion is touched, and what a touch or a key does to it. */
export function useCard(
  { weighted, yours, valueAt, totalOf, statusOf }: SheetReading,
  { mark, answer }: Pick<ReturnType<typeof useSheet>, 'mark' | 'answer'>,
  closed: boolean,
) {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      yours.findIndex(({ entry }) => statusOf(entry) === 'draft'),
    ),
  )
  const [touched, setTouched] = useState<string | null>(null)
  const lastOne = useRef({ criterion: '', at: 0 })

  const here = yours[Math.min(at, yours.length - 1)]
  const entry = here?.entry ?? ''
  const status = statusOf(entry)
  const locked = closed || status !== 'draft'
  const total = totalOf(entry)
  const unmarked = weighted.find(({ id }) => valueAt(entry, id) === null)
  const active = weighted.find(({ id }) => id === touched) ?? unmarked ?? weighted[0]

  const turn = (to: number) => {
    if (to < 0 || to >= yours.length) return
    setAt(to)
    setTouched(null)
    scrollTo({ top: 0 })
  }
  const give = (criterion: string, value: number | null) => {
    if (locked || !here) return
    setTouched(criterion)
    mark(entry, criterion, value)
    // The next criterion opens by itself: on a small phone it must not open behind the total.
    const next = weighted.find(({ id }) => id !== criterion && valueAt(entry, id) === null)
    if (valueAt(entry, criterion) === null && next) requestAnimationFrame(() => reveal(next.id))
  }
  const submit = () => {
    if (closed || !here) return
    if (status === 'draft' && total.left === 0) answer(entry, 'submitted')
    else if (status !== 'draft') turn(at + 1)
  }
  const type = (digit: number) => {
    if (!active || locked) return
    const { scale, id } = active
    const ten = digit === 0 && lastOne.current.criterion === id && Date.now() - lastOne.current.at < TEN_MS
    lastOne.current = { criterion: digit === 1 ? id : '', at: Date.now() }
    const value = ten ? 10 : digit
    if (value < scale.min || value > scale.max) return
    give(id, ten ? value : touchWhole(valueAt(entry, id), value))
  }

  useKeys({
    digit: type,
    half: () => active && give(active.id, touchHalf(valueAt(entry, active.id), active.scale)),
    clear: () => active && valueAt(entry, active.id) !== null && give(active.id, null),
    criterion: (step) => {
      const to = weighted[weighted.findIndex(({ id }) => id === active?.id) + step]
      if (!to) return
      setTouched(to.id)
      reveal(to.id)
    },
    team: (step) => turn(at + step),
    submit,
  })

  return {
    ...{ here, at, entry, status, locked, total, unmarked, active },
    ...{ turn, give, submit, touch: setTouched },
    open: (id: string) => turn(yours.findIndex((one) => one.entry === id)),
  }
}

export type Card = ReturnType<typeof useCard>

const reveal = (criterion: string) =>
  document.getElementById(`criterion-${criterion}`)?.scrollIntoView({ block: 'nearest' })
