import 'server-only'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { firstPageOf } from '../files/read-pdf'

/** What those who show a link ask of its picture, in pixels (ogp.me, and what the large networks crop to). */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const

/** Dots in rows and one way across them, on a sheet of that width. */
export interface PictureMap {
  readonly width: number
  readonly gap: number
  readonly dot: number
  readonly runs: readonly { readonly x: number; readonly y: number; readonly dots: number }[]
  /** An SVG path, or null. */
  readonly way: string | null
  readonly place: { readonly x: number; readonly y: number }
}

export interface Picture {
  readonly caption: string
  readonly title: string
  readonly lines: readonly string[]
  readonly foot: string
  readonly map: PictureMap
}

const FONTS = join(process.cwd(), 'node_modules/@expo-google-fonts')
const FACES = {
  text: 'geist/400Regular/Geist_400Regular.ttf',
  bold: 'geist/700Bold/Geist_700Bold.ttf',
} as const
type Face = keyof typeof FACES

/** The dark theme of app/globals.css, as a printer takes it. */
const INK = {
  sky: '#070b19',
  dot: '#2b3852',
  line: '#293042',
  text: '#eef2f7',
  muted: '#a5afbe',
  way: '#80b3fd',
} as const
const MARGIN = 72
const WIDTH = PICTURE_SIZE.width - 2 * MARGIN
/** From the largest: the first that lets a title stand in two lines is taken. */
const TITLE_SIZES = [96, 80, 66, 54, 44] as const
const TITLE_LINES = 2
/** Of its size: the face's own lines stand wider. */
const LEADING = 1.1

/**
 * The picture that goes with a shared link, as a PNG; null when it cannot be drawn. It is one page of a PDF, drawn like
 * an uploaded deck's first page: nothing is asked of anybody else's server, whatever letters a name has.
 */
export async function drawPicture(picture: Picture): Promise<Uint8Array<ArrayBuffer> | null> {
  const drawn = await firstPageOf(await pageOf(picture), PICTURE_SIZE)
  return drawn && new Uint8Array(drawn)
}

async function pageOf({ caption, title, lines, foot, map }: Picture): Promise<Uint8Array> {
  const page = new PDFDocument({ size: [PICTURE_SIZE.width, PICTURE_SIZE.height], margin: 0 })
  const parts: Uint8Array[] = []
  const written = new Promise<void>((resolve, reject) => {
    page.on('data', (part: Uint8Array) => parts.push(part))
    page.on('end', resolve)
    page.on('error', reject)
  })
  for (const [name, file] of Object.entries(FACES)) page.registerFont(name, join(FONTS, file))
  page.rect(0, 0, PICTURE_SIZE.width, PICTURE_SIZE.height).fill(INK.sky)
  drawMap(page, map)
  drawMark(page)
  write(page, caption, { y: MARGIN + 3, x: MARGIN + 190, face: 'text', size: 24, color: INK.muted })
  const size = TITLE_SIZES.find((one) => linesOf(page, title, one) <= TITLE_LINES) ?? 44
  const top = 210
  const height = size * (LEADING * TITLE_LINES + 0.4)
  write(page, title, { y: top, face: 'bold', size, color: INK.text, height })
  let y = top + size * LEADING * Math.min(TITLE_LINES, linesOf(page, title, size)) + 28
  for (const line of lines) {
    write(page, line, { y, face: 'text', size: 30, color: INK.muted })
    y += 44
  }
  page
    .moveTo(MARGIN, 536)
    .lineTo(PICTURE_SIZE.width - MARGIN, 536)
    .lineWidth(2)
    .strokeColor(INK.line)
    .stroke()
  write(page, foot, { y: 556, face: 'text', size: 24, color: INK.muted })
  page.end()
  await written
  return new Uint8Array(Buffer.concat(parts))
}

type Page = InstanceType<typeof PDFDocument>

interface Writing {
  readonly y: number
  readonly face: Face
  readonly size: number
  readonly color: string
  readonly x?: number
  readonly height?: number
}

/** One line, cut with an ellipsis where it does not fit, unless there is `height` for more. */
function write(page: Page, text: string, { x = MARGIN, y, face, size, color, height }: Writing): void {
  page
    .font(face)
    .fontSize(size)
    .fillColor(color)
    .text(legibleIn(page, text), x, y, {
      width: PICTURE_SIZE.width - MARGIN - x,
      height: height ?? size * 1.2,
      lineGap: gapOf(page, size),
      ellipsis: true,
    })
}

/** In how many lines a title of that size stands. */
function linesOf(page: Page, title: string, size: number): number {
  const lineGap = gapOf(page.font('bold').fontSize(size), size)
  const height = page.heightOfString(legibleIn(page, title), { width: WIDTH, lineGap })
  return Math.round(height / (size * LEADING))
}

/** What brings the lines of the face in use as near to each other as `LEADING` says. */
const gapOf = (page: Page, size: number) => size * LEADING - page.currentLineHeight(false)

/** What the face has no letter for stands as a dot; marks piled on a letter, and what turns the writing round, are left out. */
function legibleIn(page: Page, text: string): string {
  // pdfkit keeps the face in use to itself, and it alone knows its letters.
  const { font } = (page as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
    ._font
  return [...text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{M}]/gu, '')]
    .map((letter) => (font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '·'))
    .join('')
}

function drawMap(page: Page, { width, gap, dot, runs, way, place }: PictureMap): void {
  page
    .save()
    .translate(PICTURE_SIZE.width - 700, 40)
    .scale(820 / width)
  for (const { x, y, dots } of runs)
    for (let index = 0; index < dots; index++) page.circle(x + index * gap, y, dot / 2)
  page.fill(INK.dot)
  if (way) page.path(way).lineWidth(3).strokeColor(INK.way).stroke()
  page.circle(place.x, place.y, 9).fill(INK.way).restore()
}

/** The orbit of components/brand/logo.tsx and the name. */
function drawMark(page: Page): void {
  page
    .save()
    .translate(MARGIN, MARGIN - 8)
    .scale(1.6)
  page
    .save()
    .rotate(-24, { origin: [13, 15] })
    .ellipse(13, 15, 11.5, 6.6)
    .lineWidth(1.5)
    .strokeColor(INK.text)
    .stroke()
    .restore()
  page.circle(9.5, 16.5, 1.7).fill(INK.text)
  page.circle(22, 8.2, 3.3).fill(INK.way).restore()
  write(page, 'Apogee', { x: MARGIN + 58, y: MARGIN - 1, face: 'bold', size: 28, color: INK.text })
}
