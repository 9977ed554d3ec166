import type { ReactNode } from 'react'
import { Caption } from '@/components/ui/caption'
import type { Actor } from '@/domain/access/actor'
import type { FoundEvent } from '@/server/events/find-event'
import { EventHead } from './event-head'
import { PlaceNav } from './place-nav'
import { type Place, placesFor } from './places'

/** The frame of every page behind an event: its head, where else one can go, and the page's heading. */
export async function OrganizerPage({
  found,
  place,
  title,
  caption,
  children,
}: {
  found: FoundEvent & { readonly actor: Actor }
  place: Place
  /** The page's heading, where the page does not bring its own. */
  title?: ReactNode
  caption?: ReactNode
  children: ReactNode
}) {
  const places = placesFor(found.actor, found)
  const base = `/organize/${found.edition.slug}/${found.event.slug}`
  return (
    <>
      <EventHead {...found} />
      {places.length > 1 && <PlaceNav base={base} places={places} current={place} />}
      <main id="content">
        {title && (
          <header className="page flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 pt-8 pb-6">
            <h1 className="font-semibold text-2xl">{title}</h1>
            {caption && <Caption>{caption}</Caption>}
          </header>
        )}
        {children}
      </main>
    </>
  )
}
