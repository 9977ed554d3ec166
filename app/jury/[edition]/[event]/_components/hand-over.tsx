'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Download, QrCode } from '@/components/ui/icons'
import type { Job } from '@/domain/judging/device-sheet'
import { handOver } from '@/domain/judging/handed-marks'
import type { Say } from './words'

/** As many marks as a picture holds that a phone still reads from a screen. */
const MARKS_A_PICTURE = 8

type Encode = typeof import('uqr').encode

/** The last resort: the marks that wait on this device as pictures to photograph and a file to carry away. */
export function HandOver({
  juror,
  queue,
  needed,
  say,
}: {
  juror: string
  queue: readonly Job[]
  needed: boolean
  say: Say
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [encode, setEncode] = useState<Encode | null>(null)
  // Loaded while there is a network: it is needed when there is none.
  useEffect(() => {
    import('uqr').then(({ encode: loaded }) => setEncode(() => loaded)).catch(() => undefined)
  }, [])
  const marks = queue.filter((job) => job.kind === 'mark')
  if (!needed || marks.length === 0) return null
  const pictures = handOver(juror, marks, MARKS_A_PICTURE)
  return (
    <div className="py-3 text-center">
      <Button type="button" look="quiet" onClick={() => dialog.current?.showModal()}>
        <QrCode className="size-4" aria-hidden="true" />
        {say('handOver')}
      </Button>
      <dialog
        ref={dialog}
        aria-label={say('handOver')}
        className="m-auto max-h-dvh w-full max-w-lg bg-bg p-4 text-left text-text"
      >
        <form method="dialog" className="flex items-center justify-between gap-3">
          <h2 className="font-semibold text-lg">{say('handOver')}</h2>
          <Button look="quiet">{say('close')}</Button>
        </form>
        <p className="my-3 text-sm">{say('handOverWhy')}</p>
        <Button type="button" look="secondary" onClick={() => save(handOver(juror, marks).join('\n'))}>
          <Download className="size-4" aria-hidden="true" />
          {say('handOverFile')}
        </Button>
        {encode && (
          <ol className="mt-4 grid gap-6">
            {pictures.map((text, index) => (
              <li key={text}>
                <p className="mb-1 text-muted text-sm">
                  {say('handOverPart', { part: index + 1, parts: pictures.length })}
                </p>
                <Picture encode={encode} text={text} />
              </li>
            ))}
          </ol>
        )}
      </dialog>
    </div>
  )
}

/** Always dark on light, because that is what cameras read. */
function Picture({ encode, text }: { encode: Encode; text: string }) {
  const { data, size } = encode(text, { ecc: 'L', border: 3 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${size} ${size}`} className="w-full" shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#0b1020" />
    </svg>
  )
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: 'my-marks.json' })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
