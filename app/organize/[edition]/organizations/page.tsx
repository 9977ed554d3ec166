import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { Section } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { knownOrganizations } from '@/server/organizations/look-alikes'
import { mergesOf } from '@/server/organizations/merges-of'
import { currentActor, isSignedIn } from '@/server/session'
import { FieldForm } from '../[event]/_components/field-form'
import { MergePreview } from './_components/merge-preview'
import { WaitingProposals } from './_components/waiting-proposals'
import { undo } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organizations'))('merging') }
}

/** Pairs that may be one organization, what a merge would move, and the merges made so far. */
export default async function OrganizationsPage({
  params,
  searchParams,
}: PageProps<'/organize/[edition]/organizations'>) {
  const slug = (await params).edition
  const actor = await currentActor()
  if (!isSignedIn(actor)) redirect(`/sign-in?next=/organize/${slug}/organizations` as Route)
  const found = await mergesOf(actor, slug)
  if (isRefusal(found)) notFound()
  const { edition, pairs, merges, proposals } = found
  const { merged, into } = await searchParams
  const all = await knownOrganizations()
  const t = await getTranslations('organizations')
  const why = await getTranslations('organize.institutions-page.reason')
  const compare = (from: string, to: string) =>
    `/organize/${edition.slug}/organizations?merged=${from}&into=${to}#preview` as Route
  return (
    <>
      <Masthead
        crumbs={[{ label: edition.competition, href: `/${edition.slug}` as Route }, { label: t('merging') }]}
      />
      <main id="content">
        <header className="page grid gap-2 pt-8 pb-6">
          <h1 className="font-semibold text-2xl">{t('merging')}</h1>
          <p className="max-w-prose text-muted">{t('merging-lead')}</p>
        </header>
        <div className="page grid gap-x-12 gap-y-9 pb-12 lg:grid-cols-2">
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-9">
            <WaitingProposals proposals={proposals} slug={edition.slug} />
            <Section title={t('pairs')} caption={t('pairs-caption')}>
              {pairs.length === 0 && <p className="py-4 text-muted">{t('no-pairs')}</p>}
              <ul className="hairlines">
                {pairs.map(({ one, other, reason }) => (
                  <li
                    key={`${one.id} ${other.id}`}
                    className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-5 py-2"
                  >
                    <span className="min-w-0 [overflow-wrap:anywhere]">
                      <span className="block font-semibold">{one.name}</span>
                      <span className="block font-semibold">{other.name}</span>
                      <span className="block text-muted text-sm">{why(reason)}</span>
                    </span>
                    <Link href={compare(one.id, other.id)} className="link py-3">
                      {t('look')}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={t('choose')}>
              <form method="get" className="grid justify-items-start gap-4 pt-5">
                {(
                  [
                    ['merged', t('from'), merged],
                    ['into', t('into'), into],
                  ] as const
                ).map(([name, label, chosen]) => (
                  <SelectField key={`${name} ${chosen}`} name={name} label={label} defaultValue={chosen}>
                    {all.map((one) => (
                      <option key={one.id} value={one.id}>
                        {one.name}
                      </option>
                    ))}
                  </SelectField>
                ))}
                <Button look="secondary">{t('preview')}</Button>
              </form>
            </Section>
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-9">
            {typeof merged === 'string' && typeof into === 'string' && (
              <MergePreview key={`${merged} ${into}`} edition={edition} merged={merged} into={into} />
            )}
            <Section title={t('made')}>
              {merges.length === 0 && <p className="py-4 text-muted">{t('none-made')}</p>}
              <ul className="hairlines">
                {merges.map((one) => (
                  <li
                    key={one.id}
                    className="grid gap-2 py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
                  >
                    <span className="[overflow-wrap:anywhere]">
                      {t('made-line', { merged: one.merged, into: one.into })}
                    </span>
                    {one.undoneAt ? (
                      <span className="text-muted text-sm">{t('undone')}</span>
                    ) : (
                      <FieldForm
                        send={undo}
                        hidden={{ edition: edition.id, merge: one.id }}
                        fields={[]}
                        submit={t('undo')}
                        look="secondary"
                      />
                    )}
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        </div>
      </main>
    </>
  )
}
