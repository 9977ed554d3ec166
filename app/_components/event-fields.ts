import 'server-only'
import { getLocale, getTranslations } from 'next-intl/server'
import type { FormField } from '@/app/organize/[edition]/[event]/_components/field-form'
import { countryName } from '@/components/events/country-name'
import { EVENT_LEVELS } from '@/domain/events/phases'
import { COUNTRIES, TIME_ZONES } from '@/domain/places/propose-place'

type Values = Readonly<Partial<Record<string, string>>>

/** The fields that say where an event is. */
export async function placeFields(values: Values = {}): Promise<readonly FormField[]> {
  const t = await getTranslations('founding')
  const locale = await getLocale()
  const countries = COUNTRIES.map((value) => ({ value, label: countryName(value, locale) })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  )
  return [
    {
      name: 'country',
      label: t('country'),
      options: [{ value: '', label: t('country-none') }, ...countries],
    },
    { name: 'city', label: t('city') },
    {
      name: 'timeZone',
      label: t('timeZone'),
      hint: t('timeZone-hint'),
      wide: true,
      options: [
        { value: '', label: t('timeZone-none') },
        ...TIME_ZONES.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
      ],
    },
  ].map((field) => ({ ...field, value: values[field.name] ?? '' }))
}

/** The fields that place its dot. */
export async function mapFields(values: Values = {}): Promise<readonly FormField[]> {
  const t = await getTranslations('founding')
  return [
    { name: 'latitude', label: t('latitude'), hint: t('map-hint') },
    { name: 'longitude', label: t('longitude') },
  ].map((field) => ({ ...field, value: values[field.name] ?? '' }))
}

/** What an event is called, and at which level it is. */
export async function namingFields(values: Values = {}): Promise<readonly FormField[]> {
  const t = await getTranslations('founding')
  return [
    { name: 'name', label: t('name'), hint: t('name-hint'), value: values.name },
    {
      name: 'level',
      label: t('level'),
      value: values.level ?? 'national',
      options: EVENT_LEVELS.map((value) => ({ value, label: t(`levels.${value}`) })),
    },
  ]
}

const HINTS: Readonly<Partial<Record<string, 'opens' | 'closes'>>> = {
  registrationOpensAt: 'opens',
  registrationClosesAt: 'closes',
}

/** When it is, by its own clock. */
export async function timeFields(values: Values = {}): Promise<readonly FormField[]> {
  const t = await getTranslations('founding')
  const names = ['startsAt', 'endsAt', 'registrationOpensAt', 'registrationClosesAt'] as const
  return names.map((name) => ({
    ...{ name, label: t(name), kind: 'datetime-local', value: values[name] ?? '' },
    hint: HINTS[name] && t(`registration-hint.${HINTS[name]}`),
  }))
}
