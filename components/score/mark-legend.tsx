import { useTranslations } from 'next-intl'
import { MarkGlyph, type MarkState } from './mark-glyph'

/** The glyphs of the matrix in words; only those that occur in it. */
export function MarkLegend({ states }: { states: readonly MarkState[] }) {
  const t = useTranslations('look')
  return (
    <ul className="flex flex-wrap gap-x-7 gap-y-2 text-muted text-sm">
      {states.map((state) => (
        <li key={state} className="flex items-center gap-2.5">
          <MarkGlyph state={state} />
          {t(`marks.${state}`)}
        </li>
      ))}
    </ul>
  )
}
