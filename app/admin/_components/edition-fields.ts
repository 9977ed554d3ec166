import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { FormField } from '@/app/organize/[edition]/[event]/_components/field-form'

/** What is said of an edition; a copy's last day follows from its first. */
export async function editionFields(
  values: Readonly<Partial<Record<string, string>>>,
  { withEnd }: { withEnd: boolean },
): Promise<readonly FormField[]> {
  const t = await getTranslations('founding')
  const fields: readonly FormField[] = [
    { name: 'year', label: t('year'), kind: 'number' },
    { name: 'ordinal', label: t('ordinal'), hint: t('ordinal-hint'), kind: 'number' },
    { name: 'scope', label: t('scope'), hint: t('scope-hint'), wide: true },
    { name: 'startsOn', label: t('startsOn'), hint: withEnd ? t('days-hint') : undefined, kind: 'date' },
    ...(withEnd ? [{ name: 'endsOn', label: t('endsOn'), hint: t('days-hint'), kind: 'date' } as const] : []),
  ]
  return fields.map((field) => ({ ...field, value: values[field.name] ?? '' }))
}
