import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { ChevronDown } from '@/components/ui/icons'
import type { Table } from '@/domain/registration/import/table'
import { readAgain } from '../check-actions'
import { aboutOf, type Checking } from '../checking'
import { Columns } from './columns'
import { Hidden } from './hidden'
import { SMALL } from './line-row'
import { RawLines } from './raw-lines'
import { ReadOnChange } from './read-on-change'
import { ReadingChoices, SEPARATOR_NAMES } from './reading-choices'

/** How the list was read — whose it is, its encoding, what each column holds with its first values — and the way to say otherwise. */
export async function Reading({ checking }: { checking: Checking }) {
  const t = await getTranslations('importList')
  const { given, list, names } = checking
  const { table } = list
  const said = Boolean(given.encoding ?? given.separator ?? given.sheet ?? given.institution)
  return (
    <ReadOnChange id="columns" action={readAgain} className="mt-6 scroll-mt-4">
      <Hidden values={aboutOf(checking)} />
      {table && (
        <input type="hidden" name="columns-were" value={table.columns.map((column) => column ?? '').join()} />
      )}
      <details open={said || list.refusal !== null} className="group/how">
        <summary className="flex list-none flex-wrap items-baseline justify-between gap-x-4 border-b pb-3 pointer-coarse:min-h-12">
          <h2 className="font-semibold">{table ? t('columns') : t('reading-as')}</h2>
          <span className="flex items-center gap-1.5 text-muted text-sm">
            {table && <ReadAs table={table} />}
            <ChevronDown className="size-4 group-open/how:rotate-180" aria-hidden="true" />
          </span>
        </summary>
        <ReadingChoices checking={checking} />
      </details>
      {table ? (
        <Columns table={table} rememberedOf={names.get(list.remembered ?? '') ?? null} />
      ) : (
        <RawLines given={given} />
      )}
      <div className="mt-3 [@media(scripting:enabled)]:hidden">
        <Button look="secondary" className={SMALL}>
          {t('read-again')}
        </Button>
      </div>
    </ReadOnChange>
  )
}

async function ReadAs({ table: { reading, language } }: { table: Table }) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const { encoding, byteOrderMark, separator, format, sheet, sheets } = reading
  const written = encoding && words(`encodings.${encoding}`)
  const how = [
    written && (byteOrderMark ? t('with-bom', { encoding: written }) : written),
    format === 'spreadsheet' && (sheet && sheets.length > 1 ? t('sheet-of', { sheet }) : t('spreadsheet')),
    separator && words(`separators.${SEPARATOR_NAMES[separator]}`),
    t('headings', { language: words(`languages.${language}`) }),
  ]
  return t('read-as', { how: how.filter(Boolean).join(' · ') })
}
