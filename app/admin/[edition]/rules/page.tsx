import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isRefusal } from '@/domain/refusal'
import { rulesOf } from '@/server/editions/lock-queries'
import { currentActor, isSignedIn } from '@/server/session'
import { AdminPage } from '../../_components/admin-page'
import { Rule } from './_components/rule'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('locks'))('title'), robots: { index: false } }
}

/** The rules an edition can take out of its events' hands: the owner locks and lifts them, its administrators read. */
export default async function RulesPage({ params }: PageProps<'/admin/[edition]/rules'>) {
  const { edition: slug } = await params
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect(`/sign-in?next=/admin/${slug}/rules` as Route)
  const found = await rulesOf(actor, slug)
  if (isRefusal(found)) notFound()
  const { edition, rules, values, mayLock } = found
  const t = await getTranslations('locks')
  return (
    <AdminPage
      edition={edition}
      place="rules"
      title={t('title')}
      lead={mayLock ? t('lead') : `${t('lead')} ${t('read-only')}`}
    >
      <div className="page pb-12">
        {rules.map((rule) => (
          <Rule key={rule.rule} {...{ rule, values, mayLock }} edition={edition.id} />
        ))}
      </div>
    </AdminPage>
  )
}
