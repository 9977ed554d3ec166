'use client'

import { useEffect } from 'react'

/**
 * Drops the pages this browser kept for loading without a network (public/kept-pages.js): who comes next may be somebody
 * else, and shall not see what the one before did. What waits to be sent stays, under its own name.
 */
export function ForgetPages() {
  useEffect(() => {
    if ('caches' in globalThis) void forget().catch(() => undefined)
  }, [])
  return null
}

async function forget() {
  for (const name of await caches.keys()) {
    if (!name.startsWith('apogee-')) continue
    const cache = await caches.open(name)
    const kept = (await cache.keys()).filter(({ url }) => !new URL(url).pathname.startsWith('/_next/static/'))
    for (const page of kept) await cache.delete(page)
  }
}
