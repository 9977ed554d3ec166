import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ArrowRight, Check, ChevronDown } from '@/components/ui/icons'
import { FIELDS } from '@/domain/registration/import/fields'
import { ENCODINGS, SEPARATORS, type Separator, type Table } from '@/domain/registration/import/table'
import { readAgain } from '../check-actions'
import { aboutOf, type Checking } from '../checking'
import { Hidden } from './hidden'
import { SMALL } from './line-row'
import { ReadOnChange } from './read-on-change'

const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  Separator,
  string
>
const BOX = 'min-h-12 w-full rounded-md border border-control bg-surface px-3 lg:pointer-fine:min-h-8.5'
const EXAMPLES = 5

/** How the list was read — whose it is, its encoding, what each column holds with its first values — and the way to say otherwise. */
export async function Reading({ checking, table }: { checking: Checking; table: Table }) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const { given, list, names } = checking
  const { encoding, byteOrderMark, separator, format } = table.reading
  const how = [
    encoding &&
      (byteOrderMark
        ? t('with-bom', { encoding: words(`encodings.${encoding}`) })
        : words(`encodings.${encoding}`)),
    format === 'spreadsheet' && t('spreadsheet'),
    separator && words(`separators.${SEPARATOR_NAMES[separator]}`),
    t('headings', { language: words(`languages.${table.language}`) }),
  ].filter(Boolean)
  const columns = given.columns ?? table.columns
  const owner = given.institution ? undefined : names.get(list.institution ?? '')
  const guess = owner ? t('whose-guessed', { institution: owner }) : t('whose-guess')
  const said = Boolean(given.encoding ?? given.separator ?? given.institution) || list.refusal !== null
  return (
    <ReadOnChange id="columns" action={readAgain} className="mt-6 scroll-mt-4">
      <Hidden values={aboutOf(checking)} />
      <input type="hidden" name="columns-were" value={columns.map((column) => column ?? '').join()} />
      <details open={said} className="group/how">
        <summary className="flex list-none flex-wrap items-baseline justify-between gap-x-4 border-b pb-3 pointer-coarse:min-h-12">
          <h2 className="font-semibold">{t('columns')}</h2>
          <span className="flex items-center gap-1.5 text-muted text-sm">
            {t('read-as', { how: how.join(' · ') })}
            <ChevronDown className="size-4 group-open/how:rotate-180" aria-hidden="true" />
          </span>
        </summary>
        <div className="grid gap-x-4 gap-y-3 border-b py-4 sm:grid-cols-3">
          <Choice label={t('whose')} name="institution" value={given.institution ?? ''} guess={guess}>
            {[...names]
              .sort(([, one], [, other]) => one.localeCompare(other))
              .map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </Choice>
          {format === 'text' && (
            <>
              <Choice
                label={t('encoding')}
                name="encoding"
                value={given.encoding ?? ''}
                guess={t('as-recognized')}
              >
                {ENCODINGS.map((one) => (
                  <option key={one} value={one}>
                    {words(`encodings.${one}`)}
                  </option>
                ))}
              </Choice>
              <Choice
                label={t('separator')}
                name="separator"
                value={given.separator ?? ''}
                guess={t('as-recognized')}
              >
                {SEPARATORS.map((one) => (
                  <option key={one} value={one}>
                    {words(`separators.${SEPARATOR_NAMES[one]}`)}
                  </option>
                ))}
              </Choice>
            </>
          )}
        </div>
      </details>
      <ul>
        {table.headings.map((heading, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one heading
            key={at}
            className="grid grid-cols-[minmax(0,7rem)_1rem_minmax(0,1fr)] items-center gap-x-3 border-b py-0.5 sm:grid-cols-[7.25rem_1rem_9rem_minmax(0,1fr)_1rem]"
          >
            <label htmlFor={`column-${at}`} className="figures text-sm [overflow-wrap:anywhere]">
              {heading || t('no-heading', { number: at + 1 })}
            </label>
            <ArrowRight className="size-4 text-muted" aria-hidden="true" />
            <select
              id={`column-${at}`}
              name="column"
              key={columns[at]}
              defaultValue={columns[at] ?? ''}
              className={`${BOX} text-sm`}
            >
              <option value="">{t('left-out-column')}</option>
              {FIELDS.map((field) => (
                <option key={field} value={field}>
                  {words(`fields.${field}`)}
                </option>
              ))}
            </select>
            <Examples table={table} at={at} />
            {columns[at] && <Check className="size-4 text-success max-sm:hidden" aria-hidden="true" />}
          </li>
        ))}
      </ul>
      <div className="mt-3 [@media(scripting:enabled)]:hidden">
        <Button look="secondary" className={SMALL}>
          {t('read-again')}
        </Button>
      </div>
    </ReadOnChange>
  )
}

/** What stands below a heading in the list's first lines, as far as there is room for it. */
function Examples({ table, at }: { table: Table; at: number }) {
  const [first, ...more] = table.rows.slice(0, EXAMPLES).map(({ cells }) => cells[at]?.trim() || '–')
  return (
    <span className="truncate text-muted text-sm max-sm:col-span-3 max-sm:pb-1">
      <span className="text-text">{first}</span>
      {more.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file, in their order
        <span key={index}> · {value}</span>
      ))}
    </span>
  )
}

function Choice({
  label,
  name,
  value,
  guess,
  children,
}: {
  label: string
  name: string
  value: string
  guess: string
  children: ReactNode
}) {
  return (
    <label className="grid gap-1 text-sm">
      <span className="text-muted">{label}</span>
      <select key={value} name={name} defaultValue={value} className={BOX}>
        <option value="">{guess}</option>
        {children}
      </select>
    </label>
  )
}
