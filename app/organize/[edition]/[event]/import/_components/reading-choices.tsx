import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ENCODINGS, SEPARATORS, type Separator } from '@/domain/registration/import/table'
import type { Checking } from '../checking'

export const SEPARATOR_NAMES = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
} as const satisfies Record<Separator, string>

export const BOX =
  'min-h-12 w-full rounded-md border border-control bg-surface px-3 lg:pointer-fine:min-h-8.5'

/** Whose list it is and how its file is written, by hand where the guess is wrong. */
export async function ReadingChoices({ checking: { given, list, names } }: { checking: Checking }) {
  const t = await getTranslations('importList')
  const words = await getTranslations('import')
  const reading = list.table?.reading
  const owner = given.institution ? undefined : names.get(list.institution ?? '')
  const byName = [...names].sort(([, one], [, other]) => one.localeCompare(other))
  const sheets = reading?.sheets.filter(({ hidden }) => !hidden) ?? []
  return (
    <div className="grid gap-x-4 gap-y-3 border-b py-4 sm:grid-cols-3">
      <Choice
        label={t('whose')}
        name="institution"
        value={given.institution}
        guess={owner ? t('whose-guessed', { institution: owner }) : t('whose-guess')}
      >
        {byName.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      {reading?.format !== 'spreadsheet' && (
        <>
          <Choice label={t('encoding')} name="encoding" value={given.encoding} guess={t('as-recognized')}>
            {ENCODINGS.map((one) => (
              <option key={one} value={one}>
                {words(`encodings.${one}`)}
              </option>
            ))}
          </Choice>
          <Choice label={t('separator')} name="separator" value={given.separator} guess={t('as-recognized')}>
            {SEPARATORS.map((one) => (
              <option key={one} value={one}>
                {words(`separators.${SEPARATOR_NAMES[one]}`)}
              </option>
            ))}
          </Choice>
        </>
      )}
      {(sheets.length > 1 || given.sheet) && (
        <Choice label={t('sheet')} name="sheet" value={given.sheet} guess={t('sheet-guess')}>
          {sheets.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Choice>
      )}
    </div>
  )
}

function Choice({
  label,
  name,
  value = '',
  guess,
  children,
}: {
  label: string
  name: string
  value: string | undefined
  guess: string
  children: ReactNode
}) {
  return (
    <label className="grid min-w-0 gap-1 text-sm">
      <span className="text-muted">{label}</span>
      <select key={value} name={name} defaultValue={value} className={BOX}>
        <option value="">{guess}</option>
        {children}
      </select>
    </label>
  )
}
