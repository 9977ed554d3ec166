'use client'

import { useEffect } from 'react'

/**
 * Drops the sheets this browser kept for loading without a network (public/jury/sheet-worker.js): who comes in here may
 * be another juror, and shall not see what the one before gave. What waits to be sent stays, under its own seat.
 */
export function ForgetSheets() {
  useEffect(() => {
    if ('caches' in globalThis) void forget().catch(() => undefined)
  }, [])
  return null
}

async function forget() {
  for (const name of await caches.keys()) {
    if (!name.startsWith('apogee-sheet-')) continue
    const cache = await caches.open(name)
    const kept = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith('/jury/'))
    for (const sheet of kept) await cache.delete(sheet)
  }
}
