'use client'

import { useEffect } from 'react'

/** The rooms that have a worker of their own (public/kept-pages.js), by where it lies. */
const WORKERS = { jury: '/jury/sheet-worker.js', organize: '/organize/door-worker.js' } as const

/**
 * Asks for the worker that serves this page when it is loaded again without a network. Plain http has none: there the
 * page works as long as its tab lives, and what was given is there again once the page can be loaded.
 */
export function useKeptPage(room: keyof typeof WORKERS, page: string) {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
    const tellFiles = async () => {
      await navigator.serviceWorker.register(WORKERS[room], { scope: `/${room}/` })
      const { active } = await navigator.serviceWorker.ready
      const files = performance.getEntriesByType('resource').map(({ name }) => name)
      active?.postMessage({ page, files })
    }
    void tellFiles().catch(() => undefined)
  }, [room, page])
}
