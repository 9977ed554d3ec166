import { inflateSync } from 'node:zlib'

/** An object of a PDF: what it says of itself, and its unpacked stream. */
interface PdfObject {
  readonly says: string
  readonly stream: string
}

/** The text of a PDF as pdfkit writes it, with the spaces gone: glyphs are read back through each face's own table. */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf)
  const faces = facesOf(objects)
  return [...objects.values()]
    .filter(({ stream }) => / Tf\b/.test(stream))
    .map(({ stream }) => textOf(stream, faces))
    .join('')
    .replaceAll(/\s/g, '')
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1')
  const found = [...text.matchAll(/(\d+) 0 obj\n/g)].map(({ 1: id = '', 0: head, index }) => {
    const from = index + head.length
    const end = text.indexOf('endobj', from)
    const body = text.indexOf('stream\n', from)
    if (body < 0 || body > end) return [id, { says: text.slice(from, end), stream: '' }] as const
    const says = text.slice(from, body)
    const start = body + 'stream\n'.length
    const bytes = pdf.subarray(start, start + Number(/\/Length (\d+)/.exec(says)?.[1]))
    const packed = says.includes('/FlateDecode')
    return [id, { says, stream: (packed ? inflateSync(bytes) : bytes).toString('latin1') }] as const
  })
  return new Map(found)
}

/** By the name that pages use for a face: what each of its glyphs stands for. */
function facesOf(objects: Map<string, PdfObject>): Map<string, readonly string[]> {
  const faces = new Map<string, readonly string[]>()
  for (const { says } of objects.values()) {
    for (const [, name = '', face = ''] of says.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(face)?.says ?? '')?.[1] ?? ''
      faces.set(name, lettersOf(objects.get(table)?.stream ?? ''))
    }
  }
  return faces
}

const lettersOf = (table: string) =>
  [...table.matchAll(/\[(.*?)\]/gs)].flatMap(([, list = '']) =>
    [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = '']) =>
      Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    ),
  )

function textOf(stream: string, faces: Map<string, readonly string[]>): string {
  let letters: readonly string[] = []
  let told = ''
  for (const [, face, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
    if (face) letters = faces.get(face) ?? []
    for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/g)) {
      for (const glyph of hex.match(/.{4}/g) ?? []) told += letters[Number.parseInt(glyph, 16)] ?? '�'
    }
  }
  return told
}
