'use client'

import { type ReactNode, useRef } from 'react'
import { Button, type ButtonLook } from './button'

/** A question in front of the page, opened by a button; Escape and the closing button leave it. */
export function Dialog({
  open,
  look = 'secondary',
  title,
  close,
  children,
}: {
  /** The words on the button that opens it. */
  open: ReactNode
  look?: ButtonLook
  title: ReactNode
  close: string
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <Button type="button" look={look} onClick={() => dialog.current?.showModal()}>
        {open}
      </Button>
      <dialog
        ref={dialog}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-control bg-surface p-6 text-text"
      >
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 className="pt-2.5 font-semibold text-lg">{title}</h2>
          <Button type="button" look="quiet" onClick={() => dialog.current?.close()}>
            {close}
          </Button>
        </div>
        {children}
      </dialog>
    </>
  )
}
