import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { type AlikeQuestion, alikeQuestions } from '@/domain/registration/import/alike-questions'
import { nameTeam } from '../check-actions'
import { aboutOf, type Checking } from '../checking'
import { Hidden } from './hidden'
import { SMALL } from './line-row'
import { Remark } from './remark'

/** The alike names of teams nobody has settled in this draft. */
export function questionsOf({ checked, draft }: Checking): readonly AlikeQuestion[] {
  const corrections = new Map(draft.lists.map((list) => [list.name, list.corrections ?? {}]))
  return alikeQuestions(checked.plan, (list) => corrections.get(list) ?? {})
}

/** Two names so alike that they may be one team: one press makes them one, another keeps them apart. */
export async function AlikeTeams({
  checking,
  questions,
}: {
  checking: Checking
  questions: readonly AlikeQuestion[]
}) {
  const t = await getTranslations('importList')
  const about = aboutOf(checking)
  const placeOf = (name: string) => checking.checked.lists.findIndex((one) => one.name === name)
  return questions.map(({ keep, other, lines }) => (
    <Remark key={`${keep.key} ${other.key}`} title={t('alike', { one: keep.name, other: other.name })}>
      <form
        id={`alike-${keep.key}-${other.key}`.replace(/\s/g, '-')}
        action={nameTeam}
        className="mt-2 grid gap-2"
      >
        <Hidden
          values={{
            ...about,
            lines: lines.map(({ list, line }) => `${placeOf(list)}:${line}`).join('.'),
            anchor: 'by-line',
          }}
        />
        <p>
          {t('alike-what', {
            one: keep.name,
            other: other.name,
            count: lines.length,
            line: lines[0]?.line ?? 0,
            list: lines[0]?.list ?? '',
          })}
        </p>
        <span className="flex flex-wrap gap-2">
          <Button name="name" value={keep.name} look="secondary" className={SMALL}>
            {t('one-team', { name: keep.name })}
          </Button>
          <Button name="name" value={other.name} look="secondary" className={SMALL}>
            {t('two-teams')}
          </Button>
        </span>
      </form>
    </Remark>
  ))
}
