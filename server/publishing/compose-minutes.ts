import 'server-only'
import { createTranslator } from 'use-intl/core'
import type { MinutesLanguage } from '@/domain/publishing/minutes-languages'
import type { NotRanked, Ranking } from '@/domain/ranking/rank'
import type { Pair } from '@/domain/ranking/standings'
import { readMessages } from '@/messages/read'
import type { Block } from './draw-minutes'
import type { Minutes } from './minutes'

/** The minutes in a language, block by block: what stands on the paper, before anybody draws it. */
export function composeMinutes(minutes: Minutes, language: MinutesLanguage): Block[] {
  const t = createTranslator({ locale: language, messages: readMessages(language), namespace: 'minutes' })
  const { found, record, result, sealed, ranking, decisions, sealedBy } = minutes
  const { event, edition, competition } = found
  const { input } = sealed.snapshot
  const team = (id: string) => sealed.names.entries[id] ?? ''
  const office = (id: string) => sealed.names.jurors[id] ?? ''
  const told = (at: Date, style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { ...style, timeZone: event.timeZone }).format(at)
  const moment = (at: Date) =>
    `${told(at, { dateStyle: 'long' })}, ${told(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`
  const countryOf = (code: string) => new Intl.DisplayNames([language], { type: 'region' }).of(code)
  const figure = (value: number, digits = 2) =>
    value.toLocaleString(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const plain = (value: number) => value.toLocaleString(language, { maximumFractionDigits: 6 })
  const numberOf = (id: string | null) => decisions.findIndex((decision) => decision.id === id) + 1
  const heading = (text: string): Block => ({ kind: 'heading', text })
  const list = (rows: readonly (readonly [string, string])[]): Block =>
    rows.length > 0 ? { kind: 'facts', rows } : { kind: 'text', text: t('none') }

  return [
    { kind: 'title', text: t('title'), note: event.exampleData ? t('example') : null },
    list([
      [t('event'), `${competition.name} ${edition.year} · ${event.name}`],
      [t('place'), [event.venue, event.city, countryOf(event.country)].filter(Boolean).join(', ')],
      [
        t('date'),
        new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: event.timeZone }).formatRange(
          event.startsAt,
          event.endsAt,
        ),
      ],
      [
        t('counts'),
        t('count', {
          teams: input.entries.length,
          ranked: ranking.ranking.length,
          apart: ranking.notRanked.length,
          counted: ranking.ranking.reduce((sum, { n }) => sum + n, 0),
          assigned: input.assignments.length,
        }),
      ],
      [
        t('version'),
        result.note === null
          ? t('first-version')
          : t('corrected', { version: result.version, note: result.note }),
      ],
    ]),
    heading(t('jury')),
    list(
      record.jurors.map(({ id, president, voting, seated }) => [
        office(id),
        t(!seated ? 'left' : president ? 'president' : voting ? 'voting' : 'honorary'),
      ]),
    ),
    heading(t('rubric')),
    list(
      record.criteria.map(({ name, kind, weight, scale: { min, max, step } }) => [
        name,
        kind === 'gate'
          ? t('gate')
          : t('weighted', {
              weight: plain(weight ?? 0),
              min: plain(min),
              max: plain(max),
              step: plain(step),
            }),
      ]),
    ),
    heading(t('ranking')),
    {
      kind: 'table',
      columns: [
        { label: t('rank'), width: 34, align: 'right' },
        { label: t('team'), width: 216, align: 'left' },
        { label: t('score'), width: 62, align: 'right' },
        { label: t('ballots'), width: 50, align: 'right' },
        { label: t('decided'), width: 133, align: 'left' },
      ],
      rows: ranking.ranking.map(({ entry, rank, score, n }) => [
        String(rank),
        team(entry),
        figure(score),
        String(n),
        rungOf(ranking, entry),
      ]),
    },
    { kind: 'text', text: t('how') },
    ...(ranking.notRanked.length > 0
      ? [
          heading(t('not-ranked')),
          list(ranking.notRanked.map((out): [string, string] => [team(out.entry), reasonOf(out)])),
        ]
      : []),
    ...(sealed.snapshot.awards
      ? [
          heading(t('awards')),
          list(
            sealed.snapshot.awards.map(({ award, winners, input: { jurors } }): [string, string] => [
              sealed.names.awards?.[award] ?? '',
              t('award', {
                teams: winners.map(team).join(', ') || t('none'),
                jury: jurors.map(({ id }) => office(id)).join(', '),
              }),
            ]),
          ),
        ]
      : []),
    heading(t('decisions')),
    list(
      decisions.map(({ kind, entries, by, reason, at, close }, index): [string, string] => [
        `${index + 1}. ${t(`decision.${close ? 'close' : kind}`, { teams: entries.map(team).join(', ') })}`,
        t('by', { office: office(by), at: moment(at), reason }),
      ]),
    ),
    heading(t('aside')),
    list(
      record.sheets.flatMap(({ juror, entry, setAside }): [string, string][] =>
        setAside === null ? [] : [[`${office(juror)} · ${team(entry)}`, setAside]],
      ),
    ),
    heading(t('absent')),
    list(absences()),
    heading(t('seal')),
    { kind: 'text', text: t('sealed', { at: moment(result.sealedAt), office: sealedBy ?? t('organizer') }) },
    { kind: 'digest', label: t('digest'), digest: result.digest },
    { kind: 'text', text: t('verify') },
    heading(t('signatures')),
    {
      kind: 'signatures',
      lines: record.jurors
        .filter(({ seated }) => seated)
        .map(({ id }) => {
          const signed = sealed.signatures.find(({ juror }) => juror === id)
          return {
            who: office(id),
            note: signed ? t('signed', { at: moment(new Date(signed.at)) }) : t('unsigned'),
            fingerprint: signed?.fingerprint ?? null,
          }
        }),
    },
    { kind: 'foot', of: (page, pages) => t('page', { page, pages }) },
  ]

  function rungOf({ pairs }: Ranking, entry: string): string {
    const pair: Pair | undefined = pairs.find(({ above }) => above === entry)
    switch (pair?.rung) {
      case undefined:
        return ''
      case 'fair-average':
        return t('rung.fair-average', { lead: figure(pair.figures[0] - pair.figures[1]) })
      case 'criterion': {
        const [above, below] = pair.figures
        const name = sealed.names.criteria[pair.criterion] ?? ''
        return t('rung.criterion', { name, above: figure(above, 1), below: figure(below, 1) })
      }
      case 'head-to-head':
        return t('rung.head-to-head', { above: pair.figures[0], below: pair.figures[1] })
      case 'decision':
      case 'deliberation':
        return t(`rung.${pair.rung}`, { number: numberOf(pair.decision) })
      case 'shared':
        return t('rung.shared')
    }
  }

  function reasonOf(out: NotRanked): string {
    if (out.reason !== 'gate') return t(`out.${out.reason}`)
    const { fails, ballots, decision } = out
    const reason = decisions.find(({ id }) => id === decision)?.reason ?? '–'
    return t('out.gate', { fails, ballots, number: numberOf(decision), reason })
  }

  /** One line a juror and kind; each team with the reason that was given, the same reason once. */
  function absences(): [string, string][] {
    return record.jurors.flatMap(({ id }) =>
      (['recused', 'absent', 'conflict'] as const).flatMap((kind): [string, string][] => {
        const cells =
          kind === 'conflict'
            ? input.conflicts.map((cell) => ({ ...cell, reason: null }))
            : record.sheets.filter(({ status }) => status === kind)
        const sheets = cells.filter(({ juror }) => juror === id)
        const teamsOf = new Map<string, string[]>()
        for (const { entry, reason } of sheets) {
          const why = reason ?? ''
          teamsOf.set(why, [...(teamsOf.get(why) ?? []), team(entry)])
        }
        const lines = [...teamsOf].map(([why, teams]) => [teams.join(', '), why].filter(Boolean).join(': '))
        return lines.length > 0 ? [[office(id), `${t(`absence.${kind}`)} – ${lines.join('; ')}`]] : []
      }),
    )
  }
}
