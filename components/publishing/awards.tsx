import { Section } from '@/components/ui/section'

/** The prizes beside the places, each with who gives it and who has it; those who share one stand in a line each. */
export function Awards({
  title,
  awards,
}: {
  title: string
  awards: readonly {
    readonly kind: string
    readonly name: string
    readonly partner: string | null
    readonly team: { readonly slug: string; readonly name: string } | null
  }[]
}) {
  if (awards.length === 0) return null
  return (
    <Section title={title} className="mt-8 print:mt-3">
      <ul className="hairlines border-t-0">
        {awards.map(({ kind, name, partner, team }) => (
          <li key={`${kind} ${name} ${team?.slug}`} className="flex flex-wrap gap-x-4 py-3 print:py-1">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {name}
              {partner && <span className="text-muted"> · {partner}</span>}
            </span>
            <span className="font-semibold">{team?.name}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
