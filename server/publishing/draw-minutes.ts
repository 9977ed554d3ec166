import 'server-only'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'

/** A piece of a document, in the order of reading. */
export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly note: string | null }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly {
        readonly label: string
        readonly width: number
        readonly align: 'left' | 'right'
      }[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'digest'; readonly label: string; readonly digest: string }
  | {
      readonly kind: 'signatures'
      readonly lines: readonly {
        readonly who: string
        readonly note: string
        readonly fingerprint: string | null
      }[]
    }
  | { readonly kind: 'foot'; readonly of: (page: number, pages: number) => string }

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const FONTS = join(process.cwd(), 'node_modules/@expo-google-fonts/geist')
const MARGIN = { top: 46, bottom: 54, left: 50, right: 50 }
const WIDTH = 595.28 - MARGIN.left - MARGIN.right
const LABEL = 170
const INK = '#10151d'
const MUTED = '#4a5563'
const LINE = '#c3cad3'

/** Draws blocks on A4 pages, black on white, and gives the PDF; the same blocks at the same time give the same bytes. */
export async function drawMinutes(
  blocks: readonly Block[],
  { title, language, at }: { title: string; language: string; at: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const page = new PDFDocument({
    size: 'A4',
    margins: MARGIN,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, CreationDate: at, ModDate: at, Producer: 'Apogee', Creator: 'Apogee' },
  })
  const parts: Uint8Array[] = []
  const written = new Promise<void>((resolve, reject) => {
    page.on('data', (part: Uint8Array) => parts.push(part))
    page.on('end', resolve)
    page.on('error', reject)
  })
  page.registerFont('text', join(FONTS, '400Regular/Geist_400Regular.ttf'))
  page.registerFont('bold', join(FONTS, '600SemiBold/Geist_600SemiBold.ttf'))
  for (const block of blocks) draw(page, printable(block))
  page.end()
  await written
  return new Uint8Array(Buffer.concat(parts))
}

/** Languages set dates with thin spaces, which the face does not hold. */
function printable<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll(/[\u2009\u202f]/g, '\u00a0') as T
  if (Array.isArray(value)) return value.map(printable) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, printable(part)])) as T
}

type Page = InstanceType<typeof PDFDocument>

function draw(page: Page, block: Block): void {
  switch (block.kind) {
    case 'title':
      drawTitle(page, block)
      return
    case 'heading':
      drawHeading(page, block)
      return
    case 'text':
      style(page, 'text', 8.5, MUTED).text(block.text, MARGIN.left, page.y, { width: WIDTH })
      page.y += 3
      return
    case 'facts':
      for (const row of block.rows) drawFact(page, row)
      return
    case 'table':
      drawTable(page, block)
      return
    case 'digest':
      drawDigest(page, block)
      return
    case 'signatures':
      for (let index = 0; index < block.lines.length; index += 2)
        drawSignatures(page, block.lines.slice(index, index + 2))
      return
    case 'foot':
      drawFeet(page, block)
      return
  }
}

const style = (page: Page, font: 'text' | 'bold', size: number, color: string = INK) =>
  page.font(font).fontSize(size).fillColor(color)

/** Goes to the next page unless so much still fits on this one. */
function keep(page: Page, height: number): void {
  if (page.y + height > page.page.height - MARGIN.bottom) page.addPage()
}

function rule(page: Page, y: number, from = MARGIN.left, width = WIDTH): void {
  page
    .moveTo(from, y)
    .lineTo(from + width, y)
    .lineWidth(0.5)
    .strokeColor(LINE)
    .stroke()
}

function drawTitle(page: Page, { text, note }: Of<'title'>): void {
  style(page, 'bold', 19).text(text, MARGIN.left, page.y, { width: WIDTH })
  if (note) style(page, 'text', 9, MUTED).text(note, { width: WIDTH })
  page.y += 8
}

function drawHeading(page: Page, { text }: Of<'heading'>): void {
  keep(page, 52)
  page.y += 9
  style(page, 'bold', 11).text(text, MARGIN.left, page.y, { width: WIDTH })
  page.y += 2
  rule(page, page.y)
  page.y += 4
}

/** A label and what is said about it, side by side, each as long as it needs. */
function drawFact(page: Page, [label, value]: readonly [string, string]): void {
  const rest = WIDTH - LABEL - 12
  const height = Math.max(
    style(page, 'bold', 8.5).heightOfString(label, { width: LABEL }),
    style(page, 'text', 8.5).heightOfString(value, { width: rest }),
  )
  keep(page, height)
  const { y } = page
  style(page, 'bold', 8.5).text(label, MARGIN.left, y, { width: LABEL })
  style(page, 'text', 8.5).text(value, MARGIN.left + LABEL + 12, y, { width: rest })
  page.y = y + height + 2
}

function drawTable(page: Page, { columns, rows }: Of<'table'>): void {
  const place = (index: number) =>
    MARGIN.left + columns.slice(0, index).reduce((sum, { width }) => sum + width, 0)
  const inset = (index: number) => ({
    width: (columns[index]?.width ?? 0) - 8,
    align: columns[index]?.align,
    // Figures stand under each other.
    features: columns[index]?.align === 'right' ? (['tnum'] satisfies PDFKit.Mixins.OpenTypeFeatures[]) : [],
  })
  const line = (cells: readonly string[], font: (index: number) => 'text' | 'bold', color = INK) => {
    const heights = cells.map((cell, index) =>
      style(page, font(index), 8.5).heightOfString(cell, inset(index)),
    )
    const height = Math.max(...heights)
    keep(page, height + 5)
    const { y } = page
    for (const [index, cell] of cells.entries())
      style(page, font(index), 8.5, color).text(cell, place(index), y, inset(index))
    page.y = y + height + 2.5
    rule(page, page.y)
    page.y += 2.5
  }
  const labels = columns.map(({ label }) => label)
  line(labels, () => 'text', MUTED)
  for (const cells of rows) line(cells, (index) => (index < 2 ? 'bold' : 'text'))
}

const inFours = (hex: string) => (hex.match(/.{4}/g) ?? []).join(' ')

function drawDigest(page: Page, { label, digest }: Of<'digest'>): void {
  keep(page, 34)
  style(page, 'text', 8.5, MUTED).text(label, MARGIN.left, page.y, { width: WIDTH })
  style(page, 'bold', 9.5).text(inFours(digest), MARGIN.left, page.y + 1, {
    width: WIDTH,
    features: ['tnum'],
  })
  page.y += 4
}

/** Two beside each other: the office, the fingerprint, and a line to sign on. */
function drawSignatures(page: Page, lines: Of<'signatures'>['lines']): void {
  const width = (WIDTH - 24) / 2
  keep(page, 72)
  const { y } = page
  for (const [index, { who, note, fingerprint }] of lines.entries()) {
    const x = MARGIN.left + index * (width + 24)
    style(page, 'bold', 8.5).text(who, x, y, { width, height: 24, ellipsis: true })
    style(page, 'text', 7, MUTED).text(note, x, page.y, { width })
    if (fingerprint) style(page, 'text', 6.5).text(inFours(fingerprint), x, page.y, { width })
    rule(page, y + 66, x, width)
  }
  page.y = y + 74
}

/** Below the margin, on every page. */
function drawFeet(page: Page, { of }: Of<'foot'>): void {
  const { count } = page.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    page.switchToPage(index)
    page.page.margins.bottom = 0
    style(page, 'text', 7.5, MUTED).text(of(index + 1, count), MARGIN.left, page.page.height - 36, {
      width: WIDTH,
      align: 'right',
      lineBreak: false,
    })
  }
}
