'use client'

import { useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'

const never = () => () => {}

/** Opens the device's own way to send a link to somebody, where it has one. */
export function ShareLink({ link, share }: { link: string; share: string }) {
  const can = useSyncExternalStore(
    never,
    () => typeof navigator.share === 'function',
    () => false,
  )
  if (!can) return null
  return (
    // Whoever closes it again has changed their mind: nothing to say.
    <Button type="button" look="quiet" onClick={() => navigator.share({ url: link }).catch(() => {})}>
      {share}
    </Button>
  )
}

/** Copies a link; where a page may not (plain http), it selects the link so that one press of a key does. */
export function CopyLink({ link, copy, copied }: { link: string; copy: string; copied: string }) {
  const [done, setDone] = useState(false)
  const copyIt = async () => {
    await navigator.clipboard?.writeText(link)
    setDone(navigator.clipboard !== undefined)
    if (!navigator.clipboard) selectText('invitation-link')
  }
  return (
    <Button type="button" look="quiet" className="-ml-5" onClick={copyIt}>
      <span aria-live="polite">{done ? copied : copy}</span>
    </Button>
  )
}

function selectText(id: string) {
  const node = document.getElementById(id)
  if (node) getSelection()?.selectAllChildren(node)
}
