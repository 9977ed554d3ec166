import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { GUARDIAN_ANSWERS, PERSON_STATES } from '../participant'

const BOX = 'min-h-12 w-full rounded-md border border-control bg-surface px-3'

export interface PeopleAsked {
  readonly q: string
  readonly institution: string
  readonly team: string
  readonly state: string
  readonly guardian: string
}

interface Named {
  readonly id: string
  readonly name: string
}

/** Finds people by a word, their institution, their team or their state; an address of its own for each answer. */
export async function PeopleSearch({
  asked,
  institutions,
  teams,
}: {
  asked: PeopleAsked
  institutions: readonly Named[]
  teams: readonly Named[]
}) {
  const t = await getTranslations('organize.people')
  const choices = [
    { name: 'institution', options: [...institutions, { id: 'none', name: t('none') }] },
    { name: 'team', options: [{ id: 'none', name: t('no-team') }, ...teams] },
    { name: 'state', options: PERSON_STATES.map((id) => ({ id, name: t(`states.${id}`) })) },
    { name: 'guardian', options: GUARDIAN_ANSWERS.map((id) => ({ id, name: t(`guardians.${id}`) })) },
  ] as const
  return (
    <form className="grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,2fr)_repeat(4,minmax(0,1fr))_auto]">
      <label className="col-span-2 grid gap-1 text-sm lg:col-span-1">
        <span className="text-muted">{t('search')}</span>
        <input type="search" name="q" defaultValue={asked.q} className={BOX} />
      </label>
      {choices.map(({ name, options }) => (
        <label key={name} className="grid min-w-0 gap-1 text-sm">
          <span className="text-muted">{t(name)}</span>
          <select name={name} defaultValue={asked[name]} className={BOX}>
            <option value="">{t('any')}</option>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <Button look="secondary">{t('show')}</Button>
    </form>
  )
}
