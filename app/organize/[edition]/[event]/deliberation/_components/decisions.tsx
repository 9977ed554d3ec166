import { getTranslations } from 'next-intl/server'
import { SelectField, TextField } from '@/components/ui/field'
import { Section } from '@/components/ui/section'
import type { DecisionKind } from '@/domain/judging/states'
import type { Look } from '@/server/ranking/compute-ranking'
import { deciderFor } from '@/server/ranking/may-decide'
import { DeskForm } from '../../_components/desk-form'
import { decide } from '../actions'

interface Question {
  readonly entries: readonly string[]
  readonly gate: boolean
}

/** What is to be decided, by whom, and what was decided with its reason. */
export async function Decisions({
  look,
  juror,
  open,
}: {
  look: Look
  juror: string | undefined
  open: boolean
}) {
  const t = await getTranslations('ranking')
  const { ranking, record, decisions, found } = look
  const name = (id: string) => record.entries.find((entry) => entry.id === id)?.team.name ?? ''
  const office = (id: string | null) => record.jurors.find((seat) => seat.id === id)?.office ?? '–'
  const questions: Question[] = open ? questionsOf(look) : []
  if (questions.length === 0 && decisions.length === 0) return null
  return (
    <Section title={t('decisions')} className="mt-4 border-t pt-6">
      <ul className="divide-y">
        {questions.map(({ entries, gate }) => {
          const decider = deciderFor(record, entries)
          const teams = entries.map(name).join(', ')
          return (
            <li key={entries.join()} className="py-4">
              <p className="font-semibold">{t(gate ? 'question-gate' : 'question-tie', { teams })}</p>
              {decider === juror && juror !== undefined ? (
                <DecisionForm event={found.event.id} entries={entries} gate={gate} name={name} />
              ) : (
                <p className="text-muted text-sm">{t('decided-with', { juror: office(decider) })}</p>
              )}
            </li>
          )
        })}
        {decisions.map(({ id, kind, entries, reason, by }) => (
          <li key={id} className="py-4">
            <p className="font-semibold">{t(`decided.${kind}`, { teams: entries.map(name).join(', ') })}</p>
            <p className="text-muted text-sm">
              {office(by)} · {reason}
            </p>
          </li>
        ))}
      </ul>
      {ranking.sealable && open && <p className="pb-4 text-muted text-sm">{t('nothing-left')}</p>}
    </Section>
  )
}

/** Groups the ladder leaves tied without a decision, and gates nobody has confirmed. */
function questionsOf({ ranking }: Look): Question[] {
  const tied = ranking.ties
    .flatMap(({ shared }) => shared)
    .filter(({ confirmedBy }) => confirmedBy === null)
    .map(({ entries }) => ({ entries, gate: false }))
  const gates = ranking.gates.flatMap((gate) =>
    gate.code === 'GATE_UNCONFIRMED' ? [{ entries: [gate.detail.entry], gate: true }] : [],
  )
  return [...gates, ...tied]
}

async function DecisionForm({
  event,
  entries,
  gate,
  name,
}: Question & { event: string; name: (id: string) => string }) {
  const t = await getTranslations('ranking')
  const kinds: DecisionKind[] = gate ? ['gate-fail', 'gate-pass'] : ['order', 'share-rank']
  const key = entries[0] ?? ''
  return (
    <DeskForm
      action={decide}
      hidden={{ event, entries: entries.join(' ') }}
      submit={t('record-decision')}
      look="secondary"
      className="mt-3 grid max-w-2xl gap-3"
    >
      <SelectField id={`kind-${key}`} name="kind" label={t('decision')}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </SelectField>
      {!gate && (
        <SelectField id={`first-${key}`} name="first" label={t('goes-first')}>
          {entries.map((entry) => (
            <option key={entry} value={entry}>
              {name(entry)}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        id={`reason-${key}`}
        name="reason"
        label={t('reason')}
        hint={t('reason-hint')}
        maxLength={1000}
        required
      />
    </DeskForm>
  )
}
