import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Caption } from '@/components/ui/caption'
import { Empty } from '@/components/ui/section'
import { isRefusal } from '@/domain/refusal'
import { calibrateJury } from '@/server/ranking/calibrate-jury'
import { deskPage } from '../../_components/desk-page'
import { OrganizerPage } from '../../_components/organizer-page'
import { OwnBallotsFirst } from '../../_components/own-ballots-first'
import { FarBallots } from './_components/far-ballots'
import { Residuals } from './_components/residuals'
import { SeverityTable } from './_components/severity-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calibration'))('title') }
}

/**
 * How each juror gave: severity, spread, residuals over the order of pitches and ballots far from their fit, without a
 * rank in sight. A page of its own, since each look is written down.
 */
export default async function CalibrationPage({
  params,
}: PageProps<'/organize/[edition]/[event]/desk/calibration'>) {
  const found = await deskPage(await params, 'desk/calibration', 'see-desk')
  const t = await getTranslations('calibration')
  const shown = await calibrateJury(found.actor, { event: found.event.id })
  if (isRefusal(shown)) {
    if (shown.code === 'not-found') notFound()
    return (
      <OrganizerPage found={found} place="desk" title={t('title')}>
        <OwnBallotsFirst found={found} refusal={shown} />
      </OrganizerPage>
    )
  }
  const desk = (
    <ButtonLink look="secondary" href={`/organize/${found.edition.slug}/${found.event.slug}/desk` as Route}>
      {t('to-desk')}
    </ButtonLink>
  )
  return (
    <OrganizerPage found={found} place="desk">
      <div className="page grid grid-cols-[minmax(0,1fr)] gap-y-10 py-6">
        <header>
          <h1 className="display-2">{t('title')}</h1>
          {shown.ballots > 0 && (
            <>
              <p className="mt-3 max-w-prose text-muted">{t('what')}</p>
              <Caption className="mt-3 text-muted">{t('counted', { count: shown.ballots })}</Caption>
            </>
          )}
        </header>
        {shown.ballots === 0 ? (
          <Empty title={t('nothing')}>
            <p className="mb-6">{t('nothing-what')}</p>
            {desk}
          </Empty>
        ) : (
          <>
            <SeverityTable shown={shown} />
            <Residuals shown={shown} />
            <FarBallots shown={shown} />
            <div>{desk}</div>
          </>
        )}
      </div>
    </OrganizerPage>
  )
}
