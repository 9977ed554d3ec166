import type { Metadata, Route } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { expectedAt } from '@/server/check-in/queries'
import { now } from '@/server/clock'
import { visibleEvent } from '@/server/events/queries'
import { currentActor, isSignedIn } from '@/server/session'
import { BadgeScan } from '../_components/badge-scan'
import { doorEvent } from '../door-event'
import { doorWords } from '../door-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checkIn'))('badge-title'), robots: 'noindex' }
}

type Props = PageProps<'/organize/[edition]/[event]/check-in/[badge]'>

/** What a phone's camera opens from a badge: for a helper the person and one button, for anybody else nothing of them. */
export default async function BadgePage({ params }: Props) {
  const found = await doorEvent(params)
  if (!found) return <Strange params={params} />
  const { event, actor, base } = found
  const { badge } = await params
  const people = await expectedAt(actor, event.id)
  if (isRefusal(people)) notFound()
  const person = people.find(({ registration }) => registration === badge)
  const t = await getTranslations('checkIn')
  return (
    <Frame event={event.name}>
      {person ? (
        <BadgeScan
          api={`${base}/taps`}
          page={base}
          door={`${event.id} ${actor.personId}`}
          helper={actor.personId}
          madeAt={now().getTime()}
          zone={event.timeZone}
          words={await doorWords()}
          people={[{ ...person, arrivedAt: person.arrivedAt?.toISOString() ?? null }]}
        />
      ) : (
        <Empty title={t('badge-unknown')}>{t('badge-unknown-how')}</Empty>
      )}
      <p className="mt-8 border-t pt-2">
        <Link href={base as Route} className="link tap" prefetch={false}>
          {t('list')}
        </Link>
      </p>
    </Frame>
  )
}

/** The same for every code, whether somebody has it or not. */
async function Strange({ params }: Pick<Props, 'params'>) {
  const { edition, event, badge } = await params
  const actor = await currentActor()
  const found = await visibleEvent(actor, edition, event)
  if (!found) notFound()
  const t = await getTranslations('checkIn')
  const here = encodeURIComponent(`/organize/${edition}/${event}/check-in/${badge}`)
  return (
    <Frame event={found.event.name}>
      <h1 className="font-semibold text-2xl">{t('badge-lead', { event: found.event.name })}</h1>
      {!isSignedIn(actor) && (
        <div className="mt-4 grid justify-items-start gap-4">
          <p className="text-muted">{t('badge-helper')}</p>
          <ButtonLink href={`/sign-in?callbackUrl=${here}` as Route} prefetch={false}>
            {t('badge-sign-in')}
          </ButtonLink>
        </div>
      )}
    </Frame>
  )
}

function Frame({ event, children }: { event: string; children: React.ReactNode }) {
  return (
    <>
      <Masthead crumbs={[{ label: event }]} />
      <main id="content" className="mx-auto w-full max-w-xl px-4 py-10">
        {children}
      </main>
    </>
  )
}
