import { useTranslations } from 'next-intl'
import { Dots } from '@/components/ui/dots'
import { nest } from './nest'

export interface CountedInstitution {
  readonly id: string
  readonly name: string
  /** The top of the tree it stands in; itself when it is a part of nothing. */
  readonly root: string
  readonly students: number
  /** How many of them are in no team yet: open dots. */
  readonly withoutTeam?: number
}

/** Institutions with a dot a student, each part under the whole it belongs to. */
export function InstitutionDots({ institutions }: { institutions: readonly CountedInstitution[] }) {
  const t = useTranslations('look')
  return (
    <ul className="hairlines">
      {nest(institutions).map(({ whole, parts }) => (
        <li key={whole.id}>
          <Row institution={whole} label={t('students', { count: whole.students, name: whole.name })} />
          {parts.length > 0 && (
            <ul className="-mt-1">
              {parts.map((part) => (
                <li key={part.id} className="relative pl-7.5">
                  <span className="absolute -top-1 left-1.5 h-7 w-4 border-control border-b-2 border-l-2" />
                  <Row
                    institution={part}
                    before={t('part')}
                    label={t('students', { count: part.students, name: part.name })}
                  />
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}

function Row({
  institution: { name, students, withoutTeam = 0 },
  before,
  label,
}: {
  institution: CountedInstitution
  before?: string
  label: string
}) {
  return (
    <div className="flex min-h-12 items-center gap-3 py-1.5">
      <span className="min-w-0 flex-1">
        {before && <span className="text-muted">{before} </span>}
        <span className="font-medium">{name}</span>
      </span>
      <span className="w-32 shrink-0">
        <Dots filled={students - withoutTeam} open={withoutTeam} label={label} />
      </span>
      <span className="w-7 shrink-0 text-right font-semibold tabular-nums">{students}</span>
    </div>
  )
}
