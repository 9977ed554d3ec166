import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { ARRIVAL_MINUTES, DECK } from '@/domain/submissions/deck'
import { readMessages } from '@/messages/read'
import { LOCALE } from '@/server/messages'
import { sendDeck } from '../actions'
import { DeckUpload } from './deck-upload'

interface ShownDeck {
  readonly fileName: string
  readonly pages: number | null
  readonly bytes: number
}

/** The uploaded deck of the draft with its first page, and the way to upload or replace it. */
export async function Deck({ entry, deck, zone }: { entry: string; deck: ShownDeck | null; zone: string }) {
  const t = await getTranslations('submissions')
  const { 'deck-begun': begun } = readMessages(LOCALE).submissions
  const { refusals } = readMessages(LOCALE)
  const codes = ['deck-of-program', 'deck-no-pdf', 'deck-empty', 'deck-large'] as const
  return (
    <Section title={t('item-deck')} id="deck-upload">
      <div className="grid gap-4 pt-4">
        {deck && <KeptDeck address={`/api/v1/entries/${entry}/deck?version=draft`} deck={deck} />}
        <DeckUpload
          entry={entry}
          send={sendDeck}
          words={{
            choose: deck ? t('deck-replace') : t('deck-choose'),
            drop: deck ? t('deck-replace-drop') : t('deck-drop'),
            formats: t('deck-formats', {
              ...{ megabytes: DECK.megabytes, pages: DECK.pages },
              minutes: ARRIVAL_MINUTES,
            }),
            upload: t('deck-upload'),
            sending: t('deck-sending'),
            waiting: t('deck-waiting'),
            reading: t('deck-reading'),
            begun,
          }}
          faults={Object.fromEntries(codes.map((code) => [code, refusals[code]]))}
          zone={zone}
        />
      </div>
    </Section>
  )
}

/** A deck that is kept: its first page, its name, its pages and its size; pressing it opens it. */
export async function KeptDeck({ address, deck }: { address: string; deck: ShownDeck }) {
  const t = await getTranslations('submissions')
  const format = await getFormatter()
  const picture = address.replace(/(\?|$)/, '/first-page$1')
  const size = format.number(Math.max(0.1, deck.bytes / 1024 / 1024), { maximumFractionDigits: 1 })
  return (
    <a href={address} target="_blank" rel="noreferrer" className="grid gap-3 text-text no-underline">
      {/* biome-ignore lint/performance/noImgElement: it is served to who may see it, never to an optimizer */}
      <img
        src={picture}
        alt={t('first-page')}
        className="aspect-video w-full rounded-md border bg-sunken object-contain"
      />
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="min-w-0 font-semibold text-primary [overflow-wrap:anywhere]">{deck.fileName}</span>
        <span className="figures text-muted text-sm">{t('deck-size', { pages: deck.pages ?? 0, size })}</span>
      </span>
    </a>
  )
}
