'use client'

import { useState } from 'react'
import { Criterion } from '@/app/jury/[edition]/[event]/_components/criterion'
import { Gate } from '@/app/jury/[edition]/[event]/_components/gate'
import type { ShownCriterion } from '@/app/jury/[edition]/[event]/_components/sheet-data'
import { speak, type Words } from '@/app/jury/[edition]/[event]/_components/words'
import { Section } from '@/components/ui/section'
import { runningTotal } from '@/domain/judging/running-total'

/** The head of a juror's card with these criteria, from the pieces of the card itself. What is touched is not kept. */
export function Preview({
  criteria,
  words,
  sheetWords,
}: {
  criteria: readonly ShownCriterion[]
  words: { readonly title: string; readonly caption: string; readonly empty: string }
  sheetWords: Words
}) {
  const say = speak(sheetWords)
  const [marks, setMarks] = useState<Readonly<Record<string, number | null>>>({})
  const [open, setOpen] = useState<string>()
  const { parts } = runningTotal(criteria, () => null)
  const gates = criteria.filter(({ kind }) => kind === 'gate')
  const weighted = criteria.filter(({ kind }) => kind === 'weighted')
  const mark = (id: string, value: number | null) => setMarks({ ...marks, [id]: value })
  const opened = weighted.some(({ id }) => id === open) ? open : weighted[0]?.id
  return (
    <Section title={words.title} caption={words.caption}>
      {criteria.length === 0 && <p className="py-4 text-muted">{words.empty}</p>}
      <div className="grid gap-4 py-4 empty:hidden">
        {gates.map((gate) => (
          <Gate
            key={gate.id}
            criterion={gate}
            value={marks[gate.id]}
            locked={false}
            onMark={(value) => mark(gate.id, value)}
            say={say}
          />
        ))}
      </div>
      <div className="border-b max-md:-mx-4 md:border-b-0">
        {weighted.map((criterion) => (
          <Criterion
            key={criterion.id}
            criterion={criterion}
            value={marks[criterion.id] ?? null}
            weight={Math.round(parts.find(({ id }) => id === criterion.id)?.share ?? 0)}
            open={criterion.id === opened}
            active={false}
            locked={false}
            onMark={(value) => mark(criterion.id, value)}
            onOpen={() => setOpen(criterion.id)}
            say={say}
          />
        ))}
      </div>
    </Section>
  )
}
