import { getTranslations } from 'next-intl/server'
import { LANGUAGES } from '@/domain/people/languages'
import { ownLanguage } from '@/server/people/queries'
import { currentActor } from '@/server/session'
import { FieldsForm } from '../../../_components/fields-form'
import { saveLanguage } from '../actions'

/** In which language one is written to. */
export async function MailLanguage() {
  const t = await getTranslations('privacy')
  const language = await ownLanguage(await currentActor())
  return (
    <div className="grid gap-4 pt-4">
      <p className="text-muted">{t('language-lead')}</p>
      <FieldsForm
        send={saveLanguage}
        questions={[
          {
            ...{ kind: 'choice', name: 'language', label: t('language-label'), value: language },
            choices: LANGUAGES.map((one) => [one, t(`languages.${one}`)] as const),
          },
        ]}
        submit={t('language-save')}
        look="secondary"
        done={t('language-saved')}
      />
    </div>
  )
}
