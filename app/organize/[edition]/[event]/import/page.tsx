import type { Metadata, Route } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { clockIn, dayIn } from '@/components/schedule/clock'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Empty, Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { isRefusal, refuse } from '@/domain/refusal'
import { now } from '@/server/clock'
import { institutionsOfEvent } from '@/server/organizations/queries'
import { sentenceOf } from '@/server/refusals'
import { checkDraft } from '@/server/registration/import/check-draft'
import { findDraft } from '@/server/registration/import/draft'
import { importsOf } from '@/server/registration/import/queries'
import { OrganizerPage } from '../_components/organizer-page'
import { PressForm } from '../_components/press-form'
import { type OrganizedEvent, organizedEvent } from '../organized-event'
import { CheckView } from './_components/check-view'
import { ChooseLists } from './_components/choose-lists'
import { chooseLists, undo } from './actions'
import { placeFrom } from './check-place'
import type { Checking } from './checking'
import { chooseWords } from './choose-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('importList'))('title') }
}

type Asked = Record<string, string | string[] | undefined>
const one = (value: Asked[string]) => (typeof value === 'string' ? value : '')

/** Universities' lists come in: files, a check by line, the import, and the way back for a day. */
export default async function ImportPage({
  params,
  searchParams,
}: PageProps<'/organize/[edition]/[event]/import'>) {
  const found = await organizedEvent(params)
  const asked = await searchParams
  const checking = asked.draft ? await checkingAt(found, asked) : null
  if (!checking) return <FilesPage found={found} asked={asked} />
  return <CheckView checking={checking} adding={'add' in asked} />
}

/** The check the address leads to; null when its draft has gone or may not be looked at. */
async function checkingAt(found: OrganizedEvent, asked: Asked): Promise<Checking | null> {
  const { actor, event, base } = found
  const said = placeFrom((name) => one(asked[name]))
  const draft = await findDraft(actor, event.id, said.draft)
  if (!draft) return null
  const checked = await checkDraft(actor, draft)
  const institutions = await institutionsOfEvent(actor, event.id)
  if (isRefusal(checked) || isRefusal(institutions)) return null
  const place = { ...said, list: Math.min(said.list, checked.lists.length - 1) }
  const given = draft.lists[place.list]
  const list = checked.lists[place.list]
  if (!given || !list) return null
  const planned = checked.plan.lists.find(({ name }) => name === list.name) ?? null
  const names = new Map(institutions.all.map(({ id, name }) => [id, name]))
  return { found, path: `${base}/import`, place, draft, checked, given, list, planned, names }
}

async function FilesPage({ found, asked }: { found: OrganizedEvent; asked: Asked }) {
  const t = await getTranslations('importList')
  const earlier = await importsOf(found.actor, found.event.id)
  if (isRefusal(earlier)) notFound()
  const closed = can(found.actor, 'import-lists', { event: found.facts }, now())
  const gone = asked.gone !== undefined || asked.draft !== undefined
  return (
    <OrganizerPage found={found} place="import" title={t('title')} caption={t('caption')}>
      <div className="page grid gap-8 pb-10">
        {asked.done !== undefined && (
          <Done found={found} ids={one(asked.done).split('.')} earlier={earlier} />
        )}
        {asked.undone !== undefined && <Undone figures={one(asked.undone)} />}
        {gone && <Notice kind="warn">{sentenceOf(refuse('list-draft-gone'))}</Notice>}
        {closed ? (
          <Notice kind="info" title={t('closed')}>
            {sentenceOf(closed)}
          </Notice>
        ) : (
          <ChooseLists send={chooseLists} eventId={found.event.id} words={await chooseWords()} />
        )}
        <Earlier found={found} earlier={earlier} />
      </div>
    </OrganizerPage>
  )
}

type Imported = Exclude<Awaited<ReturnType<typeof importsOf>>, { refused: true }>

async function Done({ found, ids, earlier }: { found: OrganizedEvent; ids: string[]; earlier: Imported }) {
  const t = await getTranslations('importList')
  const mine = earlier.filter(({ id }) => ids.includes(id))
  if (mine.length === 0) return null
  const sum = (key: string) => mine.reduce((total, { counts }) => total + (counts[key] ?? 0), 0)
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 border-success border-l-4 bg-sunken px-4 py-4">
      <div role="status">
        <p className="font-semibold text-lg">{t('done', { people: sum('create'), lists: mine.length })}</p>
        <p className="text-muted">
          {t('done-more', { updated: sum('update'), unchanged: sum('unchanged'), errors: sum('error') })}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        {mine.every(({ undoable }) => undoable) && (
          <PressForm
            send={undo}
            values={{ eventId: found.event.id, imports: ids.join('.') }}
            submit={t('undo-these', { lists: mine.length })}
            look="secondary"
          />
        )}
        <ButtonLink href={`${found.base}/people` as Route}>{t('see-people')}</ButtonLink>
      </div>
    </div>
  )
}

async function Undone({ figures }: { figures: string }) {
  const t = await getTranslations('importList')
  const [people = 0, teams = 0] = figures.split('.').map((figure) => Number(figure) || 0)
  return <Notice kind="success" title={t('undone', { people, teams })} />
}

async function Earlier({ found, earlier }: { found: OrganizedEvent; earlier: Imported }) {
  const t = await getTranslations('importList')
  const { timeZone, city } = found.event
  return (
    <Section title={t('earlier')} caption={t('earlier-caption')}>
      {earlier.length === 0 && <Empty title={t('earlier-none')} />}
      <ul>
        {earlier.map(({ id, name, institution, counts, importedAt, undoneAt, undoable, by }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b py-3">
            <div className="min-w-0">
              <p className="font-semibold [overflow-wrap:anywhere]">{name}</p>
              <p className="text-muted text-sm">
                {institution} · {t('figures', { created: counts.create ?? 0, updated: counts.update ?? 0 })} ·{' '}
                {t('by', { by })}
              </p>
            </div>
            <div className="flex items-center gap-5">
              <p className="figures text-muted text-sm">
                {dayIn(importedAt, timeZone)} {clockIn(importedAt, timeZone)} {city}
              </p>
              {undoneAt && <p className="text-muted">{t('is-undone')}</p>}
              {undoable && (
                <PressForm
                  send={undo}
                  values={{ eventId: found.event.id, imports: id }}
                  submit={t('undo')}
                  look="secondary"
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
