import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/ui/button'
import { Caption } from '@/components/ui/caption'
import { Figure } from '@/components/ui/figure'
import { Undo2 } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { Stages } from '@/components/ui/stages'
import { sentenceOf } from '@/server/refusals'
import type { CheckedImport } from '@/server/registration/import/check-import'
import type { Draft } from '@/server/registration/import/draft'
import { OrganizerPage } from '../../_components/organizer-page'
import { PressForm } from '../../_components/press-form'
import type { OrganizedEvent } from '../../organized-event'
import { chooseLists, importLists } from '../actions'
import { chooseWords } from '../choose-words'
import { ByLine } from './by-line'
import { ChooseLists } from './choose-lists'
import { Lines } from './lines'
import { ListRail } from './list-rail'
import { Reading } from './reading'

/** The dry run: the lists at the left, the chosen one's reading and lines, and what needs a look by line. */
export async function CheckView({
  found,
  draft,
  checked,
  index,
  adding,
}: {
  found: OrganizedEvent
  draft: Draft
  checked: CheckedImport
  index: number
  adding: boolean
}) {
  const t = await getTranslations('importList')
  const { plan, lists } = checked
  const given = draft.lists[index]
  const list = lists[index]
  if (!given || !list) return null
  const planned = plan.lists.find(({ name }) => name === list.name)
  const { figures } = plan
  const teams = plan.teams.filter(({ joining }) => joining.some((one) => one.list === list.name))
  const complete = teams.filter(({ size }) => size >= found.event.teamMin).length
  const about = { eventId: found.event.id, draft: draft.id, list: String(index) }
  const hidden = Object.entries(about).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  const ready = planned?.figures.create ?? 0
  const importable = figures.create + figures.update
  return (
    <OrganizerPage found={found} place="import">
      <div className="page border-b py-3">
        <Stages stages={[t('stage-files'), t('stage-check'), t('stage-import')]} current={1} />
      </div>
      <div className="page grid gap-x-10 lg:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[16rem_minmax(0,1fr)_20rem]">
        <ListRail
          found={found}
          draft={draft}
          checked={checked}
          index={index}
          about={about}
          className="py-6 lg:border-r lg:pr-6"
        />
        <div className="min-w-0 py-6 max-lg:order-1 max-lg:border-t">
          <Caption>{t('dry-run', { name: list.name })}</Caption>
          <h1 className="mt-2 mb-5 font-semibold text-2xl">{t('ready', { count: ready })}</h1>
          {list.refusal && (
            <Notice kind="danger" title={t('unread')}>
              {sentenceOf(list.refusal)}
            </Notice>
          )}
          {planned && (
            <div className="grid grid-cols-2 gap-x-5 border-y py-3 sm:grid-cols-4 sm:divide-x">
              <Figure value={ready}>{t('to-create')}</Figure>
              <Figure value={planned.figures.duplicate + planned.figures.elsewhere}>{t('duplicates')}</Figure>
              <Figure value={planned.figures.error}>{t('errors', { count: planned.figures.error })}</Figure>
              <Figure value={teams.length}>{t('teams', { count: teams.length, complete })}</Figure>
            </div>
          )}
          {planned && planned.figures.update + planned.figures.unchanged > 0 && (
            <p className="mt-3 text-muted">
              {t('known', { updated: planned.figures.update, unchanged: planned.figures.unchanged })}
            </p>
          )}
          {list.table && (
            <Reading found={found} given={given} list={list} table={list.table} hidden={hidden} />
          )}
          {planned && <Lines planned={planned} />}
          {adding && (
            <div className="mt-8" id="add">
              <ChooseLists
                send={chooseLists}
                eventId={found.event.id}
                draft={draft.id}
                words={await chooseWords()}
              />
            </div>
          )}
        </div>
        <ByLine
          plan={plan}
          lists={lists}
          index={index}
          about={about}
          className="min-w-0 py-6 max-xl:border-t lg:max-xl:col-start-2"
        />
      </div>
      <div className="sticky bottom-0 z-10 border-t bg-bg">
        <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
          <p className="flex items-center gap-3 text-sm max-sm:hidden">
            <Undo2 className="size-4 shrink-0" aria-hidden="true" />
            <span>
              <strong>{t('undo-promise')}</strong> <span className="text-muted">{t('undo-what')}</span>
            </span>
          </p>
          <div className="flex gap-3">
            <ButtonLink look="secondary" href={`${found.base}/import` as Route}>
              {t('back')}
            </ButtonLink>
            {importable > 0 && (
              <PressForm send={importLists} values={about} submit={t('import', { count: importable })} />
            )}
          </div>
        </div>
      </div>
    </OrganizerPage>
  )
}
