import 'server-only'
import PDFDocument from 'pdfkit'

/** A PDF as a slide program makes them: 16:9, in one colour, with a word on each page. */
export async function makePdf({
  pages = 1,
  password,
  colour = '#ffffff',
  word = 'Apogee',
}: {
  pages?: number
  password?: string
  colour?: string
  word?: string
}): Promise<Uint8Array<ArrayBuffer>> {
  const document = new PDFDocument({ size: [960, 540], userPassword: password, autoFirstPage: false })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  for (let page = 1; page <= pages; page++) {
    document.addPage().rect(0, 0, 960, 540).fill(colour)
    document.fillColor('#000000').fontSize(48).text(`${word} ${page}`, 80, 200)
  }
  const ended = new Promise((end) => document.on('end', end))
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(parts))
}
