import type { Metadata, Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { isRefusal } from '@/domain/refusal'
import { rulesOf } from '@/server/editions/lock-queries'
import { currentActor, isSignedIn } from '@/server/session'
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
  const { edition, competition, rules, values, mayLock } = found
  const t = await getTranslations('locks')
  return (
    <>
      <Masthead
        crumbs={[
          { label: `${competition} ${edition.year}`, href: `/${edition.slug}` as Route },
          { label: t('title') },
        ]}
      />
      <main id="content">
        <header className="page grid gap-2 pt-8 pb-6">
          <h1 className="font-semibold text-2xl">{t('title')}</h1>
          <p className="max-w-prose text-muted">{t('lead')}</p>
          {!mayLock && <p className="max-w-prose text-muted">{t('read-only')}</p>}
        </header>
        <div className="page pb-12">
          {rules.map((rule) => (
            <Rule key={rule.rule} {...{ rule, values, mayLock }} edition={edition.id} />
          ))}
        </div>
      </main>
    </>
  )
}
