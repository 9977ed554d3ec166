import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isRefusal } from '@/domain/refusal'
import { pitchersOf, stageNow } from '@/server/stage/queries'
import { readStage } from '@/server/stage/read-stage'
import { deskPage } from '../_components/desk-page'
import { OrganizerPage } from '../_components/organizer-page'
import { Conductor } from './_components/conductor'
import { RunningOrder } from './_components/running-order'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('stage'))('title') }
}

/** The stage's one controller: it moves the clock, the hall's screen and what every juror's sheet says is on. */
export default async function StagePage({ params }: PageProps<'/organize/[edition]/[event]/stage'>) {
  const address = await params
  const found = await deskPage(address, 'stage', 'run-stage')
  const t = await getTranslations('stage')
  const shown = await stageNow(found.actor, address)
  if (isRefusal(shown)) notFound()
  const { stage } = await readStage(found)
  return (
    <OrganizerPage found={found} place="stage" title={t('title')}>
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 pb-12 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div>
          <Conductor
            event={found.event.id}
            shown={shown}
            api={`/api/v1/events/${address.edition}/${address.event}/stage`}
          />
          <p className="mt-6">
            <Link className="link" href={`/${address.edition}/${address.event}/screen`} target="_blank">
              {t('open-screen')}
            </Link>
          </p>
        </div>
        <RunningOrder
          event={found.event.id}
          field={await pitchersOf(found)}
          stage={stage}
          moves={shown.moves}
        />
      </div>
    </OrganizerPage>
  )
}
