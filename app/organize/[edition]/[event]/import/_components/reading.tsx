import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ArrowRight, Check } from '@/components/ui/icons'
import { isRefusal } from '@/domain/refusal'
import { FIELDS } from '@/domain/registration/import/fields'
import { ENCODINGS, type Separator, type Table } from '@/domain/registration/import/table'
import { institutionsOfEvent } from '@/server/organizations/queries'
import type { CheckedList, GivenList } from '@/server/registration/import/check-import'
import type { OrganizedEvent } from '../../organized-event'
import { readAgain } from '../actions'

const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  Separator,
  string
>
const BOX = 'min-h-12 w-full rounded-md border border-control bg-surface px-3'

/** How the list was read — whose it is, its encoding, what each column holds — and the way to say otherwise. */
export async function Reading({
  found,
  given,
  list,
  table,
  hidden,
}: {
  found: OrganizedEvent
  given: GivenList
  list: CheckedList
  table: Table
  hidden: ReactNode
}) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const institutions = await institutionsOfEvent(found.actor, found.event.id)
  if (isRefusal(institutions)) return null
  const { encoding, byteOrderMark, separator } = table.reading
  const how = [
    encoding &&
      (byteOrderMark
        ? t('with-bom', { encoding: words(`encodings.${encoding}`) })
        : words(`encodings.${encoding}`)),
    !encoding && table.reading.format === 'spreadsheet' && t('spreadsheet'),
    separator && words(`separators.${SEPARATOR_NAMES[separator]}`),
    t('headings', { language: words(`languages.${table.language}`) }),
  ].filter(Boolean)
  const columns = given.columns ?? table.columns
  const example = (at: number) => table.rows.find(({ cells }) => cells[at]?.trim())?.cells[at] ?? ''
  return (
    <form action={readAgain} className="mt-6">
      {hidden}
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b pb-3">
        <h2 className="font-semibold">{t('columns')}</h2>
        <p className="text-muted text-sm">{t('read-as', { how: how.join(' · ') })}</p>
      </div>
      <ul>
        {table.headings.map((heading, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one heading
            key={at}
            className="grid grid-cols-[minmax(0,7rem)_1.25rem_minmax(0,11rem)] items-center gap-x-3 border-b py-1.5 sm:grid-cols-[8rem_1.25rem_11rem_minmax(0,1fr)_1.25rem]"
          >
            <label htmlFor={`column-${at}`} className="figures text-sm [overflow-wrap:anywhere]">
              {heading || t('no-heading', { number: at + 1 })}
            </label>
            <ArrowRight className="size-4 text-muted" aria-hidden="true" />
            <select id={`column-${at}`} name="column" defaultValue={columns[at] ?? ''} className={BOX}>
              <option value="">{t('left-out-column')}</option>
              {FIELDS.map((field) => (
                <option key={field} value={field}>
                  {words(`fields.${field}`)}
                </option>
              ))}
            </select>
            <span className="truncate text-muted text-sm max-sm:hidden">{example(at)}</span>
            {columns[at] && <Check className="size-4 text-success max-sm:hidden" aria-hidden="true" />}
          </li>
        ))}
      </ul>
      <div className="mt-3 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_12rem_auto]">
        <label className="grid gap-1 text-sm">
          <span className="text-muted">{t('whose')}</span>
          <select name="institution" defaultValue={list.institution ?? ''} className={BOX}>
            <option value="">{t('whose-guess')}</option>
            {institutions.all.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1 text-sm">
          <span className="text-muted">{t('encoding')}</span>
          <select name="encoding" defaultValue={given.encoding ?? ''} className={BOX} disabled={!encoding}>
            <option value="">{t('encoding-guess')}</option>
            {ENCODINGS.map((one) => (
              <option key={one} value={one}>
                {words(`encodings.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Button look="secondary">{t('read-again')}</Button>
      </div>
    </form>
  )
}
