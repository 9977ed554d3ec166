import 'server-only'
import type { ArchivedFile } from './unpack'

/** A range of cells that are one; lines and columns count from 1. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
}

/** What a sheet says beside its values. */
export interface SheetFacts {
  readonly name: string
  readonly hidden: boolean
  readonly merges: readonly MergedRange[]
  /** By line, the columns (the first is 0) whose formula came without a result. */
  readonly uncomputed: ReadonlyMap<number, readonly number[]>
}

const TAG = (name: string) => new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`, 'g')
const CELL_END = /<\/(?:\w+:)?c>/
const CELL = /<(?:\w+:)?c\s([^<>]*)>/g
const FORMULA = /<(?:\w+:)?f[\s>/]/
const VALUE = /<(?:\w+:)?(?:v|is)[\s>/]/

/** The sheets of a workbook in their order: which are hidden, which cells are one, which formulas have no result. */
export function readWorkbook(files: readonly ArchivedFile[]): SheetFacts[] {
  const text = (path: string) => files.find((file) => file.path === path)?.bytes.toString('utf8') ?? ''
  const targets = new Map(
    tags(text('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ Id, Target = '' }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
    ]),
  )
  return tags(text('xl/workbook.xml'), 'sheet').map(({ name = '', state = 'visible', id }) => {
    const xml = text(targets.get(id) ?? '')
    return { name, hidden: state !== 'visible', merges: mergesOf(xml), uncomputed: uncomputedOf(xml) }
  })
}

function mergesOf(xml: string): MergedRange[] {
  return tags(xml, 'mergeCell').flatMap(({ ref = '' }) => {
    const [, left, top, bottom] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(ref) ?? []
    return left ? [{ top: Number(top), left: columnNumber(left), bottom: Number(bottom) }] : []
  })
}

function uncomputedOf(xml: string): Map<number, number[]> {
  const found = new Map<number, number[]>()
  // Each piece ends where a cell does: no pattern has to look further than that.
  for (const piece of xml.split(CELL_END)) {
    if (!FORMULA.test(piece)) continue
    const [opening, given = ''] = [...piece.matchAll(CELL)].at(-1) ?? []
    if (!opening) continue
    const { r = '', t } = attributes(given)
    const [, column = '', row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(r) ?? []
    if (!row || (t !== 'e' && VALUE.test(piece.slice(piece.lastIndexOf(opening))))) continue
    const line = Number(row)
    found.set(line, [...(found.get(line) ?? []), columnNumber(column) - 1])
  }
  return found
}

/** The number of a column by its letters; A is 1. */
export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

const tags = (xml: string, name: string) =>
  [...xml.matchAll(TAG(name))].map(([, given = '']) => attributes(given))

/** A tag's attributes, without the prefixes of their names. */
function attributes(given: string): Record<string, string | undefined> {
  return Object.fromEntries(
    [...given.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name.slice(name.indexOf(':') + 1),
      unescaped(double ?? single ?? ''),
    ]),
  )
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole
    const point = Number.parseInt(hex ?? decimal, hex ? 16 : 10)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
