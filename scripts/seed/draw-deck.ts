import { join } from 'node:path'
import PDFDocument from 'pdfkit'

const FONTS = 'node_modules/@expo-google-fonts/geist'
const SIZE = [960, 540] as const
const INK = '#0a0f24'
const PAPER = '#f4f6fb'
const SIGNAL = '#5ec8f2'

/** A deck as a team of the example would bring it: 16:9, its title, and a slide for each thing the jury asks. */
export async function drawDeck(team: string, title: string, summary: string): Promise<File> {
  const deck = new PDFDocument({ size: [...SIZE], margin: 0, autoFirstPage: false, info: { Title: title } })
  deck.registerFont('text', join(FONTS, '400Regular/Geist_400Regular.ttf'))
  deck.registerFont('bold', join(FONTS, '600SemiBold/Geist_600SemiBold.ttf'))
  const parts: BlobPart[] = []
  deck.on('data', (part: Buffer) => parts.push(new Uint8Array(part)))
  const slides = [title, 'Who needs it', 'Which space data', 'What it earns', 'Who we are']
  for (const [index, heading] of slides.entries()) {
    deck
      .addPage()
      .rect(0, 0, ...SIZE)
      .fill(INK)
    // An orbit that comes closer from slide to slide.
    deck
      .circle(800, 620, 220 + index * 40)
      .lineWidth(1.5)
      .stroke(SIGNAL)
    deck.circle(800 - 60 * (index + 1), 400 - 24 * index, 6).fill(SIGNAL)
    deck
      .fillColor(PAPER)
      .font('bold')
      .fontSize(index === 0 ? 56 : 44)
    deck.text(heading, 72, index === 0 ? 150 : 90, { width: 720 })
    deck.font('text').fontSize(24).fillColor('#aab4cf')
    deck.text(index === 0 ? `${summary}\n\n${team}` : summary, 72, deck.y + 20, { width: 640 })
  }
  const ended = new Promise((end) => deck.on('end', end))
  deck.end()
  await ended
  return new File(parts, `${title.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-')}.pdf`)
}
