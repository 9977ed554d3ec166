import type { Route } from 'next'
import type { Crumb } from '@/components/brand/masthead'
import type { FoundEvent } from '@/server/events/find-event'

/** The way from a student's page back to the edition and the event it is about. */
export const eventCrumbs = ({ competition, edition, event }: FoundEvent): Crumb[] => [
  { label: competition.name, href: `/${edition.slug}` as Route },
  { label: event.city, href: `/${edition.slug}/${event.slug}` as Route },
]
