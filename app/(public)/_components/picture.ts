import { arcPath } from '@/components/earth/arc'
import { dotRuns } from '@/components/earth/dots'
import { type Place, wholeEarth } from '@/components/earth/projection'
import { drawPicture, type Picture, type PictureMap } from '@/server/pictures/draw-picture'

/** So many are remembered; the newest stay. */
const MOST = 200
const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>()

const EARTH = wholeEarth()
const RUNS = dotRuns(EARTH)

/** The Earth with an event on it and the way from there to where its winner goes. */
export function earthOf(from: Place, to: Place | null): PictureMap {
  const { width, gap, dot, project } = EARTH
  return { width, gap, dot, runs: RUNS, way: to && arcPath(from, to, EARTH), place: project(from) }
}

/** A picture as an answer, drawn once for as long as it says the same; 404 where it cannot be drawn. */
export async function pictureAnswer(picture: Picture): Promise<Response> {
  const { map, ...words } = picture
  const key = JSON.stringify([words, map.place, map.way])
  const png = await (drawn.get(key) ?? keep(key, picture))
  if (!png) return new Response(null, { status: 404 })
  return new Response(png, {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=300' },
  })
}

function keep(key: string, picture: Picture) {
  const made = drawPicture(picture)
  drawn.set(key, made)
  for (const old of [...drawn.keys()].slice(0, Math.max(0, drawn.size - MOST))) drawn.delete(old)
  made.then(
    (png) => png ?? drawn.delete(key),
    () => drawn.delete(key),
  )
  return made
}
