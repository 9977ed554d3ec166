import { randomBytes } from 'node:crypto'
import PDFDocument from 'pdfkit'

/** A deck of so many pages and about so many bytes, as a team would bring it. */
export async function drawDeck(pages: number, bytes = 0, password?: string): Promise<Buffer> {
  const document = new PDFDocument({ size: [960, 540], userPassword: password, autoFirstPage: false })
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  for (let page = 1; page <= pages; page++) document.addPage().fontSize(60).text(`Slide ${page}`, 80, 200)
  // What does not compress, carried along as a file within it.
  if (bytes > 0) document.file(randomBytes(bytes), { name: 'pictures.bin' })
  const ended = new Promise((end) => document.on('end', end))
  document.end()
  await ended
  return Buffer.concat(parts)
}
