import type { Route } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Check } from '@/components/ui/icons'
import { Section } from '@/components/ui/section'
import { can } from '@/domain/access/can'
import { linkProvider } from '@/domain/submissions/link-provider'
import type { ChecklistItem } from '@/domain/submissions/project'
import { now } from '@/server/clock'
import type { FoundEvent } from '@/server/events/find-event'
import { currentActor } from '@/server/session'
import { addressOf } from '../chosen-event'
import type { Project, Team } from './own-team'

/** Where on the form each thing begins. */
const BEGINS: Record<ChecklistItem, string> = {
  project: 'challengeId',
  deck: 'deck-upload',
  video: 'videoUrl',
  'prior-work': 'priorWork',
}

/** The four things to get ready, each with what there is and a way to it. */
export async function Checklist({
  found,
  team,
  project,
}: {
  found: FoundEvent
  team: Team
  project: Project
}) {
  const t = await getTranslations('submissions')
  const actor = await currentActor()
  const object = { event: found.facts, team: team.id }
  const mayEdit = can(actor, 'edit-project', object, now()) === null
  const mayUpload = can(actor, 'submit', object, now()) === null
  const { entry, deck, challenge, checklist } = project
  const written: Record<ChecklistItem, string | null> = {
    project: [challenge?.title, entry.title].filter(Boolean).join(' · ') || null,
    deck: deck
      ? t('deck-pages', { name: deck.fileName, pages: deck.pages ?? 0 })
      : entry.deckUrl && hostOf(entry.deckUrl),
    video: entry.videoUrl && videoOf(entry.videoUrl),
    'prior-work': entry.priorWork && t('written-prior-work'),
  }
  function videoOf(link: string) {
    const provider = linkProvider(link)
    if (!provider) return hostOf(link)
    return t(provider.whole ? 'link-of' : 'link-half', { provider: provider.name, host: hostOf(link) })
  }
  const ready = checklist.filter((item) => item.ready).length
  return (
    <Section title={t('your-submission')} caption={t('ready', { ready, total: checklist.length })}>
      <ul className="hairlines">
        {checklist.map(({ item, ready: isReady }) => (
          <li key={item} className="flex min-h-14 items-center gap-4 py-2">
            <ReadyMark ready={isReady} />
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{t(`item-${item}`)}</p>
              <p className="truncate text-muted text-sm">{written[item] ?? t(`empty-${item}`)}</p>
            </div>
            {(mayEdit || (mayUpload && item === 'deck')) && (
              <Link
                href={`/me/project?event=${addressOf(found)}#${BEGINS[item]}` as Route}
                className="tap font-semibold text-primary no-underline"
              >
                {isReady
                  ? t(item === 'deck' ? 'replace' : 'edit')
                  : item === 'prior-work'
                    ? t('answer')
                    : t('add')}
                <span className="sr-only">: {t(`item-${item}`)}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const hostOf = (link: string) => link.replace(/^https?:\/\/(www\.)?/, '')

function ReadyMark({ ready }: { ready: boolean }) {
  return ready ? (
    <span className="grid size-7 shrink-0 place-items-center rounded-full bg-primary text-on-primary">
      <Check className="size-4" strokeWidth={3} aria-hidden="true" />
    </span>
  ) : (
    <span className="size-7 shrink-0 rounded-full border-2 border-control" />
  )
}
