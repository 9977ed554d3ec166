import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isRefusal } from '@/domain/refusal'
import { findEvent } from '@/server/events/find-event'
import { currentActor } from '@/server/session'
import { stageNow } from '@/server/stage/queries'
import { HallScreen } from './_components/hall-screen'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('stage'))('screen'), robots: { index: false } }
}

/** The hall's projector: who is on stage, and the time they have. It is told nothing the public may not know. */
export default async function ScreenPage({ params }: PageProps<'/[edition]/[event]/screen'>) {
  const address = await params
  const found = await findEvent(address.edition, address.event)
  const stage = await stageNow(await currentActor(), address)
  if (!found || isRefusal(stage)) notFound()
  const t = await getTranslations('stage')
  return (
    <HallScreen
      first={stage}
      address={`/api/v1/events/${address.edition}/${address.event}/stage`}
      caption={`${found.competition.name} · ${found.event.name}`}
      example={found.event.exampleData ? t('example') : null}
      words={{ pitch: t('pitch'), next: t('next'), paused: t('paused'), soon: t('soon'), over: t('over') }}
    />
  )
}
