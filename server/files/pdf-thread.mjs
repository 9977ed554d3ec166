/**
 * The thread that opens one PDF of a stranger and ends: PDFium runs in WebAssembly here, away from the data and from
 * whoever is being served. `{ bytes, frame }` in, where a frame asks for a picture that fits into it; `{ pages }`,
 * `{ png }` or `{ fault }` out.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { encode } from 'fast-png'

const { bytes, frame } = workerData

async function open(library) {
  try {
    return await library.loadDocument(bytes)
  } catch (error) {
    return { fault: /password|security/i.test(String(error)) ? 'encrypted' : 'broken' }
  }
}

async function firstPage(document) {
  const page = document.getPage(0)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const scale = Math.min(frame.width / originalWidth, frame.height / originalHeight)
  if (!Number.isFinite(scale) || scale <= 0) return { fault: 'broken' }
  // PDFium's bitmaps are BGRA unless a renderer says otherwise; this library hands out RGBA.
  const { width, height, data } = await page.render({ scale, render: async (bitmap) => bitmap.data })
  return { png: encode({ width, height, channels: 4, depth: 8, data }) }
}

const library = await PDFiumLibrary.init()
const document = await open(library)
if (document.fault) parentPort.postMessage({ fault: document.fault })
else {
  const pages = document.getPageCount()
  if (pages < 1) parentPort.postMessage({ fault: 'broken' })
  else parentPort.postMessage(frame ? await firstPage(document) : { pages })
}
