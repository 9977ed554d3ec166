/**
 * An expected "no", returned as a value. `code` names the rule; the sentence for it lives in
 * messages/<locale>/refusals.json under the same code, with `values` as its placeholders.
 */
export interface Refusal {
  readonly refused: true
  readonly code: string
  readonly field?: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** Says no: which rule, optionally about which field, with the figures its sentence needs. */
export function refuse(
  code: string,
  { field, ...values }: { field?: string } & Record<string, string | number | undefined> = {},
): Refusal {
  return { refused: true, code, field, values: values as Record<string, string | number> }
}

/** Whether an outcome is a refusal rather than the value asked for. */
export function isRefusal(outcome: unknown): outcome is Refusal {
  return typeof outcome === 'object' && outcome !== null && (outcome as Refusal).refused === true
}
