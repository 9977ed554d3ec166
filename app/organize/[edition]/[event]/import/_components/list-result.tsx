import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Caption } from '@/components/ui/caption'
import { Figure } from '@/components/ui/figure'
import { Notice } from '@/components/ui/notice'
import type { Outcome } from '@/domain/registration/import/plan'
import { sentenceOf } from '@/server/refusals'
import { addressOf } from '../check-place'
import type { Checking } from '../checking'
import { SMALL } from './line-row'

/** What importing the chosen list would do, in four figures; pressing one shows its lines. */
export async function ListResult({ checking }: { checking: Checking }) {
  const t = await getTranslations('importList')
  const { found, checked, planned, list } = checking
  const teams = checked.plan.teams.filter(({ joining }) => joining.some((one) => one.list === list.name))
  const complete = teams.filter(({ size }) => size >= found.event.teamMin).length
  const {
    create = 0,
    update = 0,
    unchanged = 0,
    duplicate = 0,
    elsewhere = 0,
    error = 0,
  } = planned?.figures ?? {}
  return (
    <>
      <Caption>{t('dry-run', { name: list.name })}</Caption>
      <h1 className="mt-2 mb-5 font-bold text-2xl tracking-tight">
        {list.refusal ? t('unread') : t('ready', { count: create })}
      </h1>
      {list.refusal && <Notice kind="danger">{sentenceOf(list.refusal)}</Notice>}
      {list.proposed.length > 0 && (
        <div className="mt-4 flex flex-wrap gap-2">
          {list.proposed.map(({ id, name }) => (
            <Button key={id} form="columns" name="institution" value={id} look="secondary" className={SMALL}>
              {t('is-list-of', { institution: name })}
            </Button>
          ))}
        </div>
      )}
      {planned && (
        <div className="grid grid-cols-2 border-y sm:grid-cols-[1fr_1fr_1fr_1.2fr] sm:divide-x">
          <Filter checking={checking} show={['create']} count={create} label={t('to-create')} />
          <Filter
            checking={checking}
            show={['duplicate', 'elsewhere']}
            count={duplicate + elsewhere}
            label={t('duplicates')}
          />
          <Filter checking={checking} show={['error']} count={error} label={t('errors', { count: error })} />
          <div className="px-4 py-3 sm:pr-0">
            <Figure value={teams.length}>{t('teams', { count: teams.length, complete })}</Figure>
          </div>
        </div>
      )}
      {update + unchanged > 0 && (
        <p className="mt-3 text-muted">{t('known', { updated: update, unchanged })}</p>
      )}
    </>
  )
}

async function Filter({
  checking: { path, place },
  show,
  count,
  label,
}: {
  checking: Checking
  show: readonly Outcome[]
  count: number
  label: ReactNode
}) {
  const said = (await getTranslations('importList'))('count', { count })
  const figure = <Figure value={said}>{label}</Figure>
  const look = 'block px-4 py-3 first:pl-0'
  if (count === 0) return <div className={look}>{figure}</div>
  return (
    <Link
      href={addressOf(path, place, { show }, 'lines')}
      aria-current={show.every((outcome) => place.show.includes(outcome)) ? 'true' : undefined}
      className={`${look} text-text no-underline hover:bg-sunken aria-[current]:shadow-[inset_0_-2px_0_var(--primary)]`}
    >
      {figure}
    </Link>
  )
}
