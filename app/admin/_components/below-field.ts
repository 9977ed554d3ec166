import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { FormField } from '@/app/organize/[edition]/[event]/_components/field-form'
import type { PlaceInTree } from '@/server/events/where-to-create'

/** Where an event belongs: in which edition, and below which event, if any. */
export async function belowField(places: readonly PlaceInTree[], chosen?: string): Promise<FormField> {
  const t = await getTranslations('administration')
  return {
    ...{ name: 'below', label: t('below'), hint: t('below-hint'), value: chosen },
    options: places.map(({ edition, parent, year, name }) => ({
      value: placeKey(edition, parent),
      label: name === null ? t('below-none', { year }) : t('below-event', { year, name }),
    })),
  }
}

/** The place as its option says it. */
export const placeKey = (edition: string, parent: string | null) =>
  parent === null ? edition : `${edition} ${parent}`
