import type { Metadata, Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { mapFields, namingFields, placeFields, timeFields } from '@/app/_components/event-fields'
import { SteppedForm } from '@/app/_components/stepped-form'
import { NarrowPage } from '@/app/(account)/sign-in/_components/narrow-page'
import { Masthead } from '@/components/brand/masthead'
import { ButtonLink } from '@/components/ui/button'
import { refuse } from '@/domain/refusal'
import { now } from '@/server/clock'
import { mailIsRead } from '@/server/editions/found-installation'
import { isFounded } from '@/server/editions/setup-code'
import { sentenceOf } from '@/server/refusals'
import { found } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('founding'))('title') }
}

/** The first page of an empty installation: what it is for, and who owns it. Once founded it says no more than that. */
export default async function StartPage({ searchParams }: PageProps<'/start'>) {
  if (await isFounded()) return <Founded />
  const t = await getTranslations('founding')
  const { code } = await searchParams
  const heading = (id: 'competition' | 'edition' | 'event' | 'owner') => ({
    ...{ id, title: t(`steps.${id}.title`), lead: t(`steps.${id}.lead`) },
  })
  return (
    <>
      <Masthead />
      <main id="content" className="page">
        <header className="grid gap-4 pt-10 pb-9">
          <h1 className="display text-[clamp(2.25rem,1.4rem+2.4vw,3.75rem)]">{t('title')}</h1>
          <p className="max-w-2xl text-lg">{t('lead')}</p>
          <p className="max-w-2xl text-muted text-sm">{t('demo')}</p>
        </header>
        <SteppedForm
          send={found}
          steps={[
            {
              ...heading('competition'),
              fields: [
                { name: 'competition', label: t('competition'), hint: t('competition-hint') },
                { name: 'address', label: t('address'), hint: t('address-hint') },
              ],
            },
            {
              ...heading('edition'),
              fields: [
                { name: 'year', label: t('year'), kind: 'number', value: String(now().getFullYear()) },
                { name: 'ordinal', label: t('ordinal'), hint: t('ordinal-hint'), kind: 'number', value: '1' },
                { name: 'scope', label: t('scope'), hint: t('scope-hint'), wide: true },
                { name: 'startsOn', label: t('startsOn'), hint: t('days-hint'), kind: 'date' },
                { name: 'endsOn', label: t('endsOn'), hint: t('days-hint'), kind: 'date' },
              ],
            },
            {
              ...heading('event'),
              fields: [...(await namingFields()), ...(await placeFields()), ...(await timeFields())],
              more: { title: t('map'), fields: await mapFields() },
            },
            {
              ...heading('owner'),
              fields: [
                { name: 'givenName', label: t('givenName'), autoComplete: 'given-name' },
                {
                  name: 'familyName',
                  label: t('familyName'),
                  hint: t('family-hint'),
                  autoComplete: 'family-name',
                },
                {
                  ...{ name: 'email', label: t('email'), kind: 'email', autoComplete: 'email' },
                  hint: t(mailIsRead() ? 'email-code' : 'email-plain'),
                },
                {
                  ...{ name: 'setup', label: t('setup'), hint: t('setup-hint') },
                  value: typeof code === 'string' ? code : '',
                },
              ],
            },
          ]}
          last={{
            field: { name: 'code', label: t('code'), autoComplete: 'one-time-code' },
            askedBy: 'founder-code-sent',
            submit: t('finish'),
          }}
          submit={t('found')}
          note={t('safe')}
        />
      </main>
    </>
  )
}

/** Also what somebody reads without a script who founded at the same time as another, and came second. */
async function Founded() {
  const t = await getTranslations('founding')
  return (
    <NarrowPage title={t('founded')} lead={sentenceOf(refuse('already-founded'))}>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={'/sign-in' as Route}>{t('sign-in')}</ButtonLink>
        <ButtonLink look="quiet" href={'/' as Route}>
          {t('see')}
        </ButtonLink>
      </p>
    </NarrowPage>
  )
}
