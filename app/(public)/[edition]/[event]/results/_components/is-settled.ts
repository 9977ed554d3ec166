import type { PublishedResult } from '@/server/publishing/queries'

/** The captain has said that the team comes. */
export const isSettled = ({ status }: PublishedResult['promotion'][number]) =>
  status === 'confirmed' || status === 'accepted'
