import { PICTURE_SIZE } from '@/server/pictures/draw-picture'
import { publicTeam } from '@/server/teams/public-queries'
import { eventPicture } from '../../_components/event-picture'

export const size = PICTURE_SIZE
export const contentType = 'image/png'

/** What a shared link to a team shows: its name, what it works on, whom it represents. */
export default async function TeamPicture({
  params,
}: {
  params: Promise<{ edition: string; event: string; team: string }>
}) {
  const { team: slug, ...place } = await params
  return eventPicture(place, async ({ event }) => {
    const team = await publicTeam(event.id, slug)
    return (
      team && { title: team.name, lines: [team.project, team.institution].filter((line) => line !== null) }
    )
  })
}
