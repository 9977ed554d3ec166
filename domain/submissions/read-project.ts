import { isRefusal, type Refusal, refuse } from '@/domain/refusal'
import { isInvisible, withoutOverrides } from '@/domain/registration/import/clean-text'
import { LONGEST, type Project, type TypedField } from './project'

/** The fields of a project as typed; what is left out is left as it was. */
export type TypedProject = { readonly [Field in TypedField]?: string | null }

const LONGEST_OF: Readonly<Record<TypedField, number>> = {
  challengeId: 36,
  title: LONGEST.title,
  summary: LONGEST.summary,
  deckUrl: LONGEST.link,
  videoUrl: LONGEST.link,
  demoUrl: LONGEST.link,
  priorWork: LONGEST.priorWork,
  ipStatement: LONGEST.ipStatement,
}

const isLink = (field: string) => field.endsWith('Url')

/**
 * A project's fields from what was typed: text verbatim in NFC but for marks that turn its direction, nothing visible is null, links only http(s).
 * @returns the fields that were typed, or the refusal `field-long` or `link-malformed` about the first that breaks a rule
 */
export function readProject(typed: TypedProject): Partial<Pick<Project, TypedField>> | Refusal {
  const read: Record<string, string | null> = {}
  for (const [field, value] of Object.entries(typed) as [TypedField, string | null | undefined][]) {
    if (value === undefined) continue
    const text = readText(value ?? '')
    const max = LONGEST_OF[field]
    if (text && [...text].length > max) return refuse('field-long', { field, name: field, max })
    const kept = text && isLink(field) ? readLink(text, field) : text
    if (isRefusal(kept)) return kept
    read[field] = kept
  }
  return read
}

function readText(typed: string): string | null {
  if (isInvisible(typed)) return null
  const text = withoutOverrides(typed.normalize('NFC'))
    .replaceAll('\r\n', '\n')
    .replaceAll('\u0000', '')
    .trim()
  return text === '' ? null : text
}

/** A link anybody can follow; `example.org/deck` is meant as https. */
function readLink(text: string, field: string): string | Refusal {
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  const url = parsed(whole)
  const plain = url && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && !url.username
  return plain ? url.href : refuse('link-malformed', { field })
}

function parsed(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
