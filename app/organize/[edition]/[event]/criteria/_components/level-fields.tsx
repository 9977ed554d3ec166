'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ChevronDown, Plus, X } from '@/components/ui/icons'
import type { DraftLevel } from '@/domain/judging/rubric-draft'
import type { CriterionProps } from './criterion-fields'

const BOX = 'min-h-12 w-full min-w-0 rounded-md border border-control bg-surface px-3'

/** What the values of one criterion mean, a line each: from which value on, and the sentence. */
export function LevelFields({
  at,
  criterion,
  name,
  error,
  onEdit,
  onChange,
  say,
}: CriterionProps & { name: string; error: string | false | undefined }) {
  const { levels, key } = criterion
  // Without JavaScript the page comes back with the new line: it must be seen. Later typing must not fold it away.
  const [begun] = useState(() => levels.some(({ value, sentence }) => value === '' && sentence === ''))
  const edit = (row: number, level: DraftLevel) => onEdit({ ...criterion, levels: levels.with(row, level) })
  return (
    <details open={begun || Boolean(error) || undefined} className="group">
      <summary className="-mb-2 inline-flex min-h-12 list-none items-center gap-2 font-semibold text-primary">
        {say('levels')}
        <span className="figures font-normal text-muted text-sm">{levels.length}</span>
        <ChevronDown className="size-4 group-open:rotate-180" aria-hidden="true" />
      </summary>
      <p className="mt-1 text-muted text-sm">{say('levelsHint')}</p>
      <ul className="mt-3 grid gap-2 empty:hidden">
        {levels.map((level, row) => {
          const prefix = `criteria.${at}.levels.${row}`
          const again = `button[value="remove-level.${at}.${row}"], button[value="add-level.${at}"]`
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
            <li key={`${key} ${row}`} className="grid grid-cols-[4.25rem_minmax(0,1fr)_3rem] gap-2">
              <input
                name={`${prefix}.value`}
                aria-label={`${say('levelValue')} (${name}, ${row + 1})`}
                inputMode="decimal"
                autoComplete="off"
                className={`${BOX} figures`}
                value={level.value}
                onChange={({ target }) => edit(row, { ...level, value: target.value })}
              />
              <textarea
                name={`${prefix}.sentence`}
                aria-label={`${say('levelSentence')} (${name}, ${row + 1})`}
                autoComplete="off"
                maxLength={300}
                rows={1}
                className={`${BOX} field-sizing-content resize-none py-3`}
                value={level.sentence}
                onChange={({ target }) =>
                  edit(row, { ...level, sentence: target.value.replace(/\s*\n\s*/g, ' ') })
                }
              />
              <button
                type="submit"
                name="change"
                value={`remove-level.${at}.${row}`}
                aria-label={say('removeLevel', { row: row + 1, name })}
                className="grid size-12 place-items-center rounded-md text-muted hover:bg-sunken hover:text-text"
                onClick={(click) => {
                  click.preventDefault()
                  onChange(`remove-level.${at}.${row}`, again)
                }}
              >
                <X className="size-5" aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ul>
      {error && (
        <p role="alert" className="mt-2 text-danger text-sm">
          {error}
        </p>
      )}
      <Button
        look="quiet"
        className="-ml-3"
        name="change"
        value={`add-level.${at}`}
        onClick={(click) => {
          click.preventDefault()
          onChange(`add-level.${at}`, `input[name="criteria.${at}.levels.${levels.length}.value"]`)
        }}
      >
        <Plus className="size-4" aria-hidden="true" />
        {say('addLevel')}
      </Button>
    </details>
  )
}
