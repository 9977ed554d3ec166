'use client'

import { type ComponentProps, useEffect, useState } from 'react'
import { useKeptPage } from '@/components/offline/use-kept-page'
import { BadgeScan } from './badge-scan'
import { DoorList } from './door-list'

/**
 * The list at the door; where this page stands in for a badge's that the network could not bring (public/kept-pages.js),
 * that one person of it.
 */
export function Door({ page, ...list }: ComponentProps<typeof DoorList> & { page: string }) {
  useKeptPage('organize', page)
  const [badge, setBadge] = useState<string | null>(null)
  useEffect(() => {
    const { pathname } = location
    if (pathname.startsWith(`${page}/`)) setBadge(pathname.slice(page.length + 1))
  }, [page])
  const person = list.people.find(({ registration }) => registration === badge)
  if (!person) return <DoorList {...list} />
  return (
    <div className="max-w-xl py-6">
      <BadgeScan {...list} page={page} people={[person]} />
    </div>
  )
}
