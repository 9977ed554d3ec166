import type { LineNote, Student } from './lines'
import type { Change, Changes, KnownRegistration } from './plan'

/**
 * What a list changes in a registration. What the list is silent about stays; of a person who has confirmed, only
 * what is missing is filled in, and a note tells the fields that were left as the person said them.
 */
export function changesTo(
  known: KnownRegistration,
  student: Student,
  institutionId: string,
): { changes: Changes; notes: LineNote[] } {
  const kept: string[] = []

  function change<Field extends keyof Changes, Value>(field: Field, from: Value, to: Value) {
    if (to === from || isMissing(to)) return {}
    if (known.confirmed && !isMissing(from)) {
      kept.push(field)
      return {}
    }
    return { [field]: { from, to } } as { readonly [Changed in Field]?: Change<Value> }
  }

  const changes: Changes = {
    ...change('givenName', known.givenName, student.givenName),
    ...change('familyName', known.familyName, student.familyName),
    ...change('programme', known.programme, student.programme),
    ...change('year', known.year, student.year),
    ...change('institutionId', known.institutionId, known.institutionId ?? institutionId),
  }
  return {
    changes,
    notes: kept.length > 0 ? [{ code: 'own-words-kept', values: { fields: kept.join(', ') } }] : [],
  }
}

function isMissing(value: unknown): boolean {
  return value === null || value === ''
}
