export type Words = Readonly<Record<string, string>>
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** Says a message with its placeholders filled; the island gets its sentences as plain text. */
export const speak =
  (words: Words): Say =>
  (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
