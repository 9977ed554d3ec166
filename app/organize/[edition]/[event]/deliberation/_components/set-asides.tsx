import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { Section } from '@/components/ui/section'
import type { Look } from '@/server/ranking/compute-ranking'
import { type Weighed, weighSetAside } from '@/server/ranking/weigh-set-aside'
import { effectSentence } from '../../_components/effect-sentence'
import { FieldForm } from '../../_components/field-form'
import { PressForm } from '../../_components/press-form'
import { lift, setAside } from '../actions'

/**
 * The ballots set aside, each with the ranking with and without; and, for who decides about it, the choice of another
 * to set aside, looked at before it is done.
 */
export async function SetAsides({
  look,
  chosen,
  mayDecide,
}: {
  look: Look
  /** The ballot that is being looked at. */
  chosen: string | undefined
  mayDecide: (entry: string) => boolean
}) {
  const t = await getTranslations('ranking')
  const { record } = look
  const submitted = record.sheets.filter(({ ballot, status }) => ballot !== null && status === 'submitted')
  const aside = submitted.filter((sheet) => sheet.setAside !== null)
  const choices = submitted.filter((sheet) => sheet.setAside === null && mayDecide(sheet.entry))
  if (aside.length === 0 && choices.length === 0) return null
  const shown = choices.some(({ ballot }) => ballot === chosen) ? weighSetAside(look, chosen ?? '') : null
  const name = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  return (
    <Section title={t('set-asides')} className="mt-4 border-t pt-6">
      <ul className="divide-y">
        {aside.map(({ ballot, entry }) => {
          const weighed = weighSetAside(look, ballot ?? '')
          return (
            weighed && (
              <li key={ballot} className="py-4">
                <WithAndWithout weighed={weighed} look={look} />
                {mayDecide(entry) && !weighed.conflict && (
                  <div className="mt-3 flex">
                    <PressForm
                      send={lift}
                      values={{ ballot: weighed.ballot }}
                      submit={t('lift-set-aside')}
                      look="secondary"
                    />
                  </div>
                )}
              </li>
            )
          )
        })}
      </ul>
      {choices.length > 0 && (
        <form
          action="#set-aside"
          id="set-aside"
          className="flex max-w-2xl scroll-mt-4 flex-wrap items-end gap-4 py-4"
        >
          <div className="min-w-0 flex-1 basis-64">
            <SelectField
              id="set-aside-ballot"
              name="ballot"
              label={t('which-ballot')}
              defaultValue={shown?.ballot ?? ''}
            >
              {record.jurors.map(({ id, office }) => (
                <optgroup key={id} label={office}>
                  {choices
                    .filter(({ juror }) => juror === id)
                    .map(({ ballot, entry }) => (
                      <option key={ballot} value={ballot ?? ''}>
                        {name(entry)}
                      </option>
                    ))}
                </optgroup>
              ))}
            </SelectField>
          </div>
          <Button look="secondary">{t('show-with-and-without')}</Button>
        </form>
      )}
      {shown && (
        <div className="max-w-2xl border-t py-4">
          <WithAndWithout weighed={shown} look={look} />
          <div className="mt-4">
            <FieldForm
              send={setAside}
              hidden={{ ballot: shown.ballot }}
              fields={[{ name: 'reason', label: t('reason'), hint: t('reason-hint'), wide: true }]}
              submit={t('set-aside')}
              look="secondary"
            />
          </div>
        </div>
      )}
    </Section>
  )
}

/** One ballot, what setting it aside or lifting that does, and the places it moves. */
async function WithAndWithout({ weighed, look: { record } }: { weighed: Weighed; look: Look }) {
  const t = await getTranslations('ranking')
  const sentence = await effectSentence()
  const team = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  const office = record.jurors.find(({ id }) => id === weighed.juror)?.office ?? ''
  const place = (at: { rank: number; score: number } | null) =>
    at ? `${at.rank}. ${at.score.toFixed(2)}` : '–'
  return (
    <>
      <p className="font-semibold [overflow-wrap:anywhere]">
        {office} · {team(weighed.entry)}
      </p>
      {weighed.reason !== null && <p className="text-muted text-sm">{weighed.reason}</p>}
      <p className="mt-1 text-sm">
        {t(weighed.reason === null ? 'if-set-aside' : 'if-lifted', { effect: sentence(weighed.effect) })}
      </p>
      <table className="mt-2 w-full max-w-2xl text-sm">
        <thead>
          <tr className="border-b text-left text-muted">
            <th scope="col" className="py-1 font-normal">
              {t('team')}
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {t('with-ballot')}
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {t('without-ballot')}
            </th>
          </tr>
        </thead>
        <tbody>
          {weighed.moves.map((move) => (
            <tr key={move.entry} className="border-b">
              <th scope="row" className="py-1 text-left font-normal [overflow-wrap:anywhere]">
                {team(move.entry)}
              </th>
              <td className="figures py-1 pl-3 text-right">{place(move.with)}</td>
              <td className="figures py-1 pl-3 text-right">{place(move.without)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
