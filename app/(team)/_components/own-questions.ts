import { getTranslations } from 'next-intl/server'
import { CONSENT_PURPOSES, type ConsentPurpose } from '@/domain/registration/states'
import { type InstitutionChoice, institutionChoices } from '@/server/registration/queries'
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

/** The question whether one is under age; with what is asked of a minor then, where there is room for it. */
export async function minorQuestion({ whole }: { whole: boolean }): Promise<Question> {
  const t = await getTranslations('privacy')
  return {
    ...{
      kind: 'yes',
      name: 'minor',
      label: t('guardian'),
      hint: t(whole ? 'minor-hint' : 'minor-hint-later'),
    },
    ...(whole && {
      ticked: await guardianQuestions(null, {
        bornOn: 'bornOn',
        name: 'guardianName',
        email: 'guardianEmail',
      }),
    }),
  }
}

/** What is asked about a minor's guardian, by the names a form sends it under. */
export async function guardianQuestions(
  known: { bornOn: string | null; name: string; email: string } | null,
  names = { bornOn: 'bornOn', name: 'name', email: 'email' },
): Promise<Question[]> {
  const t = await getTranslations('privacy')
  return [
    {
      ...{ kind: 'line', type: 'date', name: names.bornOn, label: t('born-on') },
      ...{ value: known?.bornOn ?? '', autoComplete: 'bday' },
    },
    { kind: 'line', name: names.name, label: t('guardian-name'), value: known?.name, maxLength: 200 },
    {
      ...{ kind: 'line', type: 'email', name: names.email, label: t('guardian-email') },
      ...{ value: known?.email, hint: t('guardian-email-hint') },
    },
  ]
}

/** The question which institution one represents; it may stay open. */
export async function institutionQuestion(proposed: InstitutionChoice | null): Promise<Question> {
  const t = await getTranslations('registration')
  const choices = (await institutionChoices()).map(({ id, name }) => [id, name] as const)
  return {
    ...{ kind: 'institution', name: 'institution', label: t('institution') },
    hint: t(proposed ? 'institution-hint' : 'institution-one'),
    ...{ value: proposed?.id ?? '', choices: [['', t('institution-none')] as const, ...choices] },
    words: {
      ...{ search: t('institution-search'), searchHint: t('institution-search-hint') },
      ...{ mean: t('institution-mean'), find: t('institution-find') },
    },
  }
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
