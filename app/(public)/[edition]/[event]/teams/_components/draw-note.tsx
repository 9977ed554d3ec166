import { getTranslations } from 'next-intl/server'
import { pitchDraw } from '@/server/stage/queries'

/** How the order of the pitches was drawn, so that anybody can draw it again: the hash first, then the seed. */
export async function DrawNote({ event }: { event: string }) {
  const draw = await pitchDraw(event)
  if (!draw) return null
  const t = await getTranslations('teams.public')
  return (
    <div className="mt-8 max-w-prose text-sm">
      <p>{draw.seed === null ? t('drawCommitted') : t('drawn', { seed: draw.seed })}</p>
      <p className="figures text-muted [overflow-wrap:anywhere]">{draw.commitment}</p>
    </div>
  )
}
