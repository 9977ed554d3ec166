import { getTranslations } from 'next-intl/server'
import { CONSENT_PURPOSES, type ConsentPurpose } from '@/domain/registration/states'
import type { Question } from './fields-form'

/** The questions about one's name. */
export async function nameQuestions(
  known: { givenName: string; familyName: string } | null,
): Promise<Question[]> {
  const t = await getTranslations('registration')
  return [
    {
      ...{
        kind: 'line',
        name: 'givenName',
        label: t('given-name'),
        autoComplete: 'given-name',
        maxLength: 200,
      },
      ...{ value: known?.givenName, required: true },
    },
    {
      ...{ kind: 'line', name: 'familyName', label: t('family-name'), autoComplete: 'family-name' },
      ...{ maxLength: 200, value: known?.familyName, hint: t('family-name-hint') },
    },
  ]
}

/** The questions of consent: each can be left open, and none is ticked beforehand. */
export async function consentQuestions(
  answers: Partial<Record<ConsentPurpose, boolean>> = {},
): Promise<Question[]> {
  const t = await getTranslations('registration')
  return CONSENT_PURPOSES.map((purpose) => ({
    kind: 'yes',
    name: purpose,
    label: t(`consent-${purpose}`),
    value: answers[purpose] ? 'on' : '',
  }))
}
