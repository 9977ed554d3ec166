import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/domain/access/actor'
import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { sentenceOf } from './refusals'
import { currentActor } from './session'
import { asStorageRefusal, storageRefusal } from './storage'

/** What a form shows after it was sent: what was typed is kept, and a refusal stands by its field. */
export interface FormAnswer<T = unknown> {
  readonly done?: T
  readonly error?: string
  readonly code?: string
  readonly field?: string
  readonly typed?: Readonly<Record<string, string>>
}

type UseCase<I, O> = (actor: Actor, input: I) => Promise<O | Refusal>

/**
 * Makes a form action of a use case: who are you, is the input well-formed, run it, shape the answer. The use case
 * itself decides whether the actor may. `after` runs when it succeeded (revalidate, redirect).
 */
export function formAction<S extends z.ZodType, O>(
  shape: S,
  perform: UseCase<z.output<S>, O>,
  after?: (done: O, input: z.output<S>) => unknown,
) {
  return async (_before: FormAnswer<O>, form: FormData): Promise<FormAnswer<O>> => {
    const typed = textOf(form)
    const parsed = shape.safeParse(typed)
    if (!parsed.success) return { ...answer(refusalOf(parsed.error)), typed }
    const actor = await currentActor()
    const outcome = (await storageRefusal()) ?? (await perform(actor, parsed.data).catch(asStorageRefusal))
    if (isRefusal(outcome)) return { ...answer(outcome), typed }
    await after?.(outcome, parsed.data)
    return { done: outcome }
  }
}

/** A refusal as a form shows it. */
export function answer(refusal: Refusal): FormAnswer<never> {
  return { error: sentenceOf(refusal), code: refusal.code, field: refusal.field }
}

/** The first fault of an input, as a refusal that names its field. */
export function refusalOf(error: z.ZodError): Refusal {
  const issue = error.issues[0]
  const field = issue?.path.join('.') || undefined
  // A schema may name its rule: z.string().min(2, 'team-name-short').
  const named = issue && /^[a-z]+(-[a-z]+)+$/.test(issue.message) ? issue.message : ruleOf(issue)
  const limits = issue && 'maximum' in issue ? { max: Number(issue.maximum) } : {}
  return refuse(named, { field, name: field ?? 'input', ...limits })
}

/** The rule behind a fault that the schema leaves unnamed. */
function ruleOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'too_big' && issue.origin === 'string') return 'field-long'
  return issue?.code === 'invalid_value' ? 'choice-unknown' : 'malformed'
}

/** What was typed, without NUL, which no database keeps. */
export function textOf(form: FormData): Record<string, string> {
  const entries = [...form.entries()].filter(([name]) => !name.startsWith('$'))
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\0', '') : value.name,
    ]),
  )
}
