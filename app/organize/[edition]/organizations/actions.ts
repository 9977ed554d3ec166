'use server'

import type { Route } from 'next'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { formAction } from '@/server/action'
import { declineProposal } from '@/server/organizations/decline-proposal'
import { mergeOrganizations } from '@/server/organizations/merge-organizations'
import { undoMerge } from '@/server/organizations/undo-merge'

const key = z.string().max(100)

export const merge = formAction(
  z.object({ edition: key, slug: key, merged: key, into: key }),
  mergeOrganizations,
  (_done, { slug }) => redirect(`/organize/${encodeURIComponent(slug)}/organizations` as Route),
)

export const decline = formAction(
  z.object({ proposal: key, reason: z.string().max(10_000) }),
  declineProposal,
  () => revalidatePath('/organize', 'layout'),
)

export const undo = formAction(z.object({ edition: key, merge: key }), undoMerge, () =>
  revalidatePath('/organize', 'layout'),
)
