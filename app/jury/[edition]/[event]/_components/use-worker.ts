'use client'

import { useEffect } from 'react'

/**
 * Asks for the worker that serves this page when it is loaded again without a network. Plain http has none: there the
 * page works as long as its tab lives, and what was given is there again once the page can be loaded.
 */
export function useWorker(page: string) {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return
    const tellFiles = async () => {
      await navigator.serviceWorker.register('/jury/sheet-worker.js', { scope: '/jury/' })
      const { active } = await navigator.serviceWorker.ready
      const files = performance.getEntriesByType('resource').map(({ name }) => name)
      active?.postMessage({ page, files })
    }
    void tellFiles().catch(() => undefined)
  }, [page])
}
