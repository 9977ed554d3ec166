import { getTranslations } from 'next-intl/server'
import { ArrowRight, Check } from '@/components/ui/icons'
import { FIELDS, mapColumns } from '@/domain/registration/import/fields'
import type { Table } from '@/domain/registration/import/table'
import { BOX } from './reading-choices'

const EXAMPLES = 5

/** Each heading with what its column holds and what stands below it in the first lines, as they are read. */
export async function Columns({ table, rememberedOf }: { table: Table; rememberedOf: string | null }) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const { headings, columns } = table
  const guessed = mapColumns(headings)
  const isRemembered = (at: number) => rememberedOf !== null && columns[at] !== guessed[at]
  return (
    <ul>
      {headings.map((heading, at) => (
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
          <Examples table={table} at={at}>
            {isRemembered(at) && rememberedOf && t('remembered', { institution: rememberedOf })}
          </Examples>
          {columns[at] && <Check className="size-4 text-success max-sm:hidden" aria-hidden="true" />}
        </li>
      ))}
    </ul>
  )
}

/** As many of the first values as there is room for. */
function Examples({ table, at, children }: { table: Table; at: number; children: string | false | null }) {
  const [first, ...more] = table.rows.slice(0, EXAMPLES).map(({ cells }) => cells[at]?.trim() || '–')
  return (
    <span className="min-w-0 text-muted text-sm max-sm:col-span-3 max-sm:pb-1">
      {children && <span className="block text-signal text-xs">{children}</span>}
      <span className="block truncate">
        <span className="text-text">{first}</span>
        {more.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file, in their order
          <span key={index}> · {value}</span>
        ))}
      </span>
    </span>
  )
}
