import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { Masthead } from '@/components/brand/masthead'
import { ButtonLink } from '@/components/ui/button'
import { Undo2 } from '@/components/ui/icons'
import { Stages } from '@/components/ui/stages'
import { chooseLists, importLists } from '../actions'
import { aboutOf, type Checking } from '../checking'
import { chooseWords } from '../choose-words'
import { ByLine } from './by-line'
import { ChooseLists } from './choose-lists'
import { ImportPress } from './import-press'
import { LineGrid } from './line-grid'
import { ListRail } from './list-rail'
import { ListResult } from './list-result'
import { Reading } from './reading'

/** The dry run: the lists at the left, the chosen one's reading and lines, and what needs a look by line. */
export async function CheckView({ checking, adding }: { checking: Checking; adding: boolean }) {
  const t = await getTranslations('importList')
  const { found, draft, planned } = checking
  const stages = <Stages stages={[t('stage-files'), t('stage-check'), t('stage-import')]} current={1} />
  return (
    <>
      <Masthead
        crumbs={[{ label: found.event.name, href: found.base as Route }, { label: t('title') }]}
        center={stages}
        right={found.event.exampleData && <p className="caption text-muted max-sm:hidden">{t('example')}</p>}
      />
      <div className="page border-b py-3 xl:hidden">{stages}</div>
      <main
        id="content"
        className="grid min-h-[calc(100dvh-8.25rem)] [--edge:max(clamp(1rem,3vw,2.75rem),calc((100vw-90rem)/2+2.75rem))] lg:grid-cols-[auto_minmax(0,1fr)] xl:grid-cols-[auto_minmax(0,1fr)_auto]"
      >
        <ListRail
          checking={checking}
          className="min-w-0 bg-sunken pt-7 pb-6 lg:w-[calc(17rem+var(--edge))] lg:border-r"
        />
        <div className="min-w-0 px-[clamp(1rem,3vw,2rem)] pt-7 pb-10 max-lg:order-1 max-lg:border-t">
          <ListResult checking={checking} />
          <Reading checking={checking} />
          {planned && <LineGrid checking={checking} planned={planned} />}
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
          checking={checking}
          className="min-w-0 px-[clamp(1rem,3vw,2.5rem)] py-6 max-xl:border-t lg:max-xl:col-start-2 xl:w-[calc(21.5rem+var(--edge))] xl:border-l xl:pr-(--edge) xl:pl-8"
        />
      </main>
      <Confirm checking={checking} />
    </>
  )
}

/** What pressing the button does, and how long it can be taken back. */
async function Confirm({ checking }: { checking: Checking }) {
  const t = await getTranslations('importList')
  const { create, update } = checking.checked.plan.figures
  const importable = create + update
  return (
    <div className="sticky bottom-0 z-10 border-t bg-bg">
      <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
        {importable > 0 && (
          <p className="flex items-center gap-3 text-sm max-sm:hidden">
            <Undo2 className="size-4 shrink-0" aria-hidden="true" />
            <span>
              <strong>{t('undo-promise')}</strong>{' '}
              <span className="text-muted">{t('undo-what', { count: create })}</span>
            </span>
          </p>
        )}
        <div className="ml-auto flex flex-wrap items-start gap-3">
          <ButtonLink look="secondary" className="max-sm:px-4" href={checking.path as Route}>
            {t('back')}
          </ButtonLink>
          {importable > 0 && (
            <ImportPress
              send={importLists}
              values={aboutOf(checking)}
              progressAt={`${checking.path}/progress?draft=${checking.draft.id}`}
              submit={t('import', { count: create, updated: update })}
              words={{
                reading: t('steps.reading'),
                planning: t('steps.planning'),
                writing: t('steps.writing'),
              }}
            />
          )}
        </div>
      </div>
    </div>
  )
}
