import { getTranslations } from 'next-intl/server'
import type { PlannedTeam } from '@/domain/registration/import/plan'
import type { Checking } from '../checking'
import { Remark } from './remark'

const MOST = 30

/** The teams that people of this list share with people of other lists. */
export function sharedTeams({ checked, list }: Checking): readonly PlannedTeam[] {
  const isHere = (one: { list: string }) => one.list === list.name
  return checked.plan.teams
    .filter(({ joining }) => joining.some(isHere) && !joining.every(isHere))
    .slice(0, MOST)
}

/** Who of this list joins whom of other lists, how many they are together, and for whom the team stands. */
export async function SharedTeams({ checking }: { checking: Checking }) {
  const t = await getTranslations('importList')
  const { list, names, found } = checking
  return sharedTeams(checking).map(({ key, name, joining, size, institutionId }) => {
    const here = joining.filter((one) => one.list === list.name)
    const others = [...new Set(joining.map((one) => one.list))].filter((one) => one !== list.name)
    const from = others.map((other) =>
      t('from-list', { count: joining.filter((one) => one.list === other).length, list: other }),
    )
    return (
      <Remark
        key={key}
        title={t('shared-team', {
          count: here.length,
          lines: here.map(({ line }) => line).join(', '),
          team: name,
        })}
      >
        {t('shared-team-what', {
          here: here.length,
          others: from.join(', '),
          size,
          full: size >= found.event.teamMax ? 'yes' : 'no',
          institution: names.get(institutionId ?? '') ?? '',
        })}
      </Remark>
    )
  })
}
