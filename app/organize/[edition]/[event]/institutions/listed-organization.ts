import type { institutionsOfEvent } from '@/server/organizations/queries'

export type ListedOrganization = Exclude<
  Awaited<ReturnType<typeof institutionsOfEvent>>,
  { refused: true }
>['all'][number]
