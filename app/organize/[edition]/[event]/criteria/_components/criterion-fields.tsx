'use client'

import type { Say } from '@/app/jury/[edition]/[event]/_components/words'
import { SelectField, TextField } from '@/components/ui/field'
import { ChevronDown, X } from '@/components/ui/icons'
import type { DraftCriterion } from '@/domain/judging/rubric-draft'
import { CRITERION_KINDS } from '@/domain/judging/states'
import type { RubricAnswer } from '../actions'
import { LevelFields } from './level-fields'

const NUMBERS = ['min', 'max', 'step'] as const

export interface CriterionProps {
  readonly at: number
  readonly last: boolean
  readonly criterion: DraftCriterion
  readonly share: number | null
  readonly answer: RubricAnswer
  readonly onEdit: (criterion: DraftCriterion) => void
  /** A change of the list, and the selector of what has the focus then. */
  readonly onChange: (what: string, focus: string) => void
  readonly say: Say
}

/** One criterion of the rubric while it is written. */
export function CriterionFields(props: CriterionProps) {
  const { at, last, criterion, share, answer, onEdit, onChange, say } = props
  const { key, kind } = criterion
  const prefix = `criteria.${at}`
  const name = criterion.name.trim() || say('unnamed', { at: at + 1 })
  const errorAt = (part: string) => answer.field === `${prefix}.${part}` && answer.error
  const field = (part: 'name' | 'weight' | (typeof NUMBERS)[number]) => ({
    id: `criterion-${key}-${part}`,
    name: `${prefix}.${part}`,
    label: say(part),
    value: criterion[part],
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => onEdit({ ...criterion, [part]: target.value }),
  })
  const press = (what: string, focus: string) => ({
    name: 'change',
    value: `${what}.${at}`,
    'aria-label': say(what, { name }),
    onClick: (click: { preventDefault: () => void }) => {
      click.preventDefault()
      onChange(`${what}.${at}`, focus)
    },
  })
  const own = (what: string, at: number) => `button[value="${what}.${at}"]`
  return (
    <li className="border-b">
      <fieldset className="grid min-w-0 gap-4 py-5" aria-label={say('number', { at: at + 1 })}>
        <div className="flex items-center justify-between gap-2">
          <p className="caption text-muted">
            {say('number', { at: at + 1 })}
            {share !== null && ` · ${say('share', { share: Number(share.toFixed(1)) })}`}
          </p>
          <div className="-my-2 -mr-3 flex">
            <IconButton {...press('up', `${own('up', at - 1)}, ${own('down', at - 1)}`)} disabled={at === 0}>
              <ChevronDown className="size-5 rotate-180" aria-hidden="true" />
            </IconButton>
            <IconButton {...press('down', `${own('down', at + 1)}, ${own('up', at + 1)}`)} disabled={last}>
              <ChevronDown className="size-5" aria-hidden="true" />
            </IconButton>
            <IconButton
              {...press('remove', `${own('remove', at)}, ${own('remove', at - 1)}, button[value="add"]`)}
            >
              <X className="size-5" aria-hidden="true" />
            </IconButton>
          </div>
        </div>
        <div className="grid gap-x-5 gap-y-4 sm:grid-cols-[minmax(0,1fr)_13rem]">
          <TextField {...field('name')} error={errorAt('name')} maxLength={200} />
          <SelectField
            id={`criterion-${key}-kind`}
            name={`${prefix}.kind`}
            label={say('kind')}
            value={kind}
            onChange={({ target }) =>
              onEdit({ ...criterion, kind: target.value === 'gate' ? 'gate' : 'weighted' })
            }
          >
            {CRITERION_KINDS.map((one) => (
              <option key={one} value={one}>
                {say(one)}
              </option>
            ))}
          </SelectField>
        </div>
        {kind === 'weighted' && (
          <>
            <div className="grid grid-cols-4 gap-x-3 sm:gap-x-5">
              <TextField
                {...field('weight')}
                inputMode="decimal"
                className="figures px-3"
                error={errorAt('weight')}
              />
              {NUMBERS.map((part) => (
                <TextField key={part} {...field(part)} inputMode="decimal" className="figures px-3" />
              ))}
            </div>
            {errorAt('scale') && (
              <p role="alert" className="text-danger text-sm">
                {errorAt('scale')}
              </p>
            )}
            <LevelFields {...props} name={name} error={errorAt('levels')} />
          </>
        )}
      </fieldset>
    </li>
  )
}

function IconButton({ children, ...props }: React.ComponentProps<'button'>) {
  return (
    <button
      type="submit"
      {...props}
      className="grid size-12 place-items-center rounded-md text-muted hover:bg-sunken hover:text-text disabled:opacity-35"
    >
      {children}
    </button>
  )
}
