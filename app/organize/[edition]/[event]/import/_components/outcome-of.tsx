import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { PlannedLine } from '@/domain/registration/import/plan'
import { addressOf } from '../check-place'
import { type Checking, placeOfLine } from '../checking'

/** What becomes of a line, in words; where another line has its person, the way there. */
export async function OutcomeOf({ checking, line }: { checking: Checking; line: PlannedLine }) {
  const words = await getTranslations('import')
  const { planned } = checking
  if (line.outcome === 'duplicate' && planned)
    return (
      <LineLink checking={checking} list={planned.name} line={line.of}>
        {words('outcomes.duplicate', { line: line.of })}
      </LineLink>
    )
  if (line.outcome === 'elsewhere') {
    const { list, line: of, institutionId } = line.at
    const said = words('outcomes.elsewhere', {
      list: list ?? 'none',
      line: of ?? 0,
      institution: checking.names.get(institutionId) ?? '',
    })
    return list === null ? (
      <span className="text-muted">{said}</span>
    ) : (
      <LineLink checking={checking} list={list} line={of}>
        {said}
      </LineLink>
    )
  }
  if (line.outcome === 'update') return <ChangesOf line={line} />
  return <span className="text-muted">{words(`outcomes.${line.outcome}`)}</span>
}

/** What a list changes in somebody who is registered already. */
async function ChangesOf({ line }: { line: Extract<PlannedLine, { outcome: 'update' }> }) {
  const t = await getTranslations('importList')
  const { changes, seat } = line
  const fields = (Object.keys(changes) as (keyof typeof changes)[]).filter((field) => changes[field])
  const told = [...fields.map((field) => t(`changes.${field}`)), ...(seat ? [t('changes.seat')] : [])]
  return <span className="text-muted">{t('updated', { fields: told.join(', ') })}</span>
}

/** A way to a line of this list or of another. */
export function LineLink({
  checking,
  list,
  line,
  className = 'text-primary underline decoration-1',
  children,
}: {
  checking: Checking
  list: string
  line: number
  className?: string
  children: ReactNode
}) {
  const there = placeOfLine(checking, list, line)
  if (!there) return children
  return (
    <Link href={addressOf(checking.path, checking.place, there, `line-${line}`)} className={className}>
      {children}
    </Link>
  )
}
