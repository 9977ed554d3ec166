import type { Answer, Job, ServerSheet } from '@/domain/judging/device-sheet'

/** What came of telling the server: an answer, or why to try again. */
export type Told = { readonly answer: Answer } | { readonly again: 'network' | 'sign-in' }

/** Tells the server some jobs: marks together, a ballot or note by itself. */
export async function tell(api: string, jobs: readonly Job[]): Promise<Told> {
  const [first] = jobs
  if (!first) return { answer: {} }
  const [path, body] = requestOf(first, jobs)
  const response = await fetch(`${api}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15_000),
  }).catch(() => null)
  if (response === null || response.status >= 500 || response.status === 429) return { again: 'network' }
  if (response.status === 401) return { again: 'sign-in' }
  const answer: Answer | null = await response.json().catch(() => null)
  // A hall's login page answers 200 with something else.
  return answer === null
    ? { again: 'network' }
    : { answer: response.ok ? { ...answer, title: undefined } : answer }
}

function requestOf(first: Job, jobs: readonly Job[]): [path: string, body: unknown] {
  if (first.kind === 'ballot')
    return [`ballots/${first.entry}`, { status: first.status, reason: first.reason }]
  if (first.kind === 'note') {
    return ['notes', { id: first.id, entry: first.entry, kind: first.note, text: first.text }]
  }
  return ['marks', { marks: jobs }]
}

/** The sheet as the server has it now, or null while it cannot be asked. */
export async function ask(api: string, notes: ServerSheet['notes']): Promise<ServerSheet | null> {
  const response = await fetch(`${api}/marks`, { cache: 'no-store' }).catch(() => null)
  if (!response?.ok) return null
  const sheet: Omit<ServerSheet, 'notes'> | null = await response.json().catch(() => null)
  return (
    sheet && {
      ...sheet,
      ballots: sheet.ballots.map((one) => ({ ...one, reason: one.reason ?? null })),
      notes,
    }
  )
}
