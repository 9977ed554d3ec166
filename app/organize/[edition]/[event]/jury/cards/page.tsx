import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Empty } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { type LinkState, linksOf } from '@/server/juror-links/queries'
import { EventHead } from '../../_components/event-head'
import { organizedEvent } from '../../organized-event'
import { linkOrigin } from '../link-origin'
import { CardsForm } from './_components/cards-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('jurorLinks'))('cards') }
}

/** The cards with the jurors' personal links. On paper there is nothing but them. */
export default async function CardsPage({ params }: PageProps<'/organize/[edition]/[event]/jury/cards'>) {
  const found = await organizedEvent(params)
  const { event, actor, base } = found
  const links = await linksOf(actor, event.id)
  if (isRefusal(links)) notFound()
  const t = await getTranslations('jurorLinks')
  const { origin, near } = await linkOrigin()
  return (
    <>
      <div className="print:hidden">
        <EventHead {...found} />
      </div>
      <main id="content" className="page py-8 print:p-0">
        <div className="print:hidden">
          <Link href={`${base}/jury` as Route} className="tap link">
            {t('back')}
          </Link>
          <h1 className="mt-5 mb-4 font-semibold text-2xl">{t('cards')}</h1>
        </div>
        {links.length === 0 ? (
          <Empty title={(await getTranslations('organize.jury'))('none')} />
        ) : (
          <CardsForm
            event={event.id}
            origin={origin}
            choices={<Choices links={links} near={near} />}
            made={<Made />}
            words={{
              print: t('print'),
              jury: t('card-jury', { city: event.city }),
              event: event.name,
              how: t('card-how'),
            }}
          />
        )}
      </main>
    </>
  )
}

/** Cards for the seats nobody has come in by yet; for all only where that is pressed by itself. */
async function Choices({ links, near }: { links: readonly LinkState[]; near: boolean }) {
  const t = await getTranslations('jurorLinks')
  const inUse = links.filter(({ claimedAt }) => claimedAt).length
  const free = links.length - inUse
  return (
    <>
      <p className="max-w-prose">{t('cards-lead')}</p>
      {near && <Notice kind="warn">{t('near')}</Notice>}
      {free > 0 && (
        <Button name="claimed" value="no">
          {t('cards-for', { count: free })}
        </Button>
      )}
      {inUse > 0 && (
        <>
          <p className="mt-4 max-w-prose">{t('cards-all-lead', { count: inUse })}</p>
          <Button name="claimed" value="yes" look="danger">
            {t('cards-for-all', { count: links.length })}
          </Button>
        </>
      )}
    </>
  )
}

async function Made() {
  const t = await getTranslations('jurorLinks')
  return <p className="max-w-prose text-muted">{t('cards-print-lead')}</p>
}
