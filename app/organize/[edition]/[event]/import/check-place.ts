import type { Route } from 'next'
import { OUTCOMES, type Outcome } from '@/domain/registration/import/plan'

/** How many lines of a list stand on one page. */
export const LINES_A_PAGE = 100

/** Where in a check one stands; the address holds all of it, so that back, reload and a copied link lead there again. */
export interface CheckPlace {
  /** The draft's id. */
  readonly draft: string
  /** Which of its lists, from 0. */
  readonly list: number
  /** Only lines that end so; none means all of them. */
  readonly show: readonly Outcome[]
  /** Which hundred of these lines, from 1. */
  readonly page: number
  /** The line one was led to. */
  readonly at: number | null
  /** The line whose cells are open. */
  readonly edit: number | null
}

type Asked = (name: string) => string

const count = (text: string) => (/^\d{1,7}$/.test(text) && Number(text) > 0 ? Number(text) : null)

/** Reads a place from an address or a form; what makes no sense there is as if it were not said. */
export function placeFrom(asked: Asked): CheckPlace {
  const show = asked('show').split('.')
  return {
    draft: asked('draft'),
    list: count(asked('list')) ?? 0,
    show: OUTCOMES.filter((outcome) => show.includes(outcome)),
    page: count(asked('page')) ?? 1,
    at: count(asked('at')),
    edit: count(asked('edit')),
  }
}

/** A place in the words of an address or of a form's hidden fields; what goes without saying is left out. */
export function saidOf({ draft, list, show, page, at, edit }: CheckPlace): Readonly<Record<string, string>> {
  return {
    draft,
    list: String(list),
    ...(show.length > 0 && { show: show.join('.') }),
    ...(page > 1 && { page: String(page) }),
    ...(at && { at: String(at) }),
    ...(edit && { edit: String(edit) }),
  }
}

/** The address of a place. Another list or another choice of lines begins on its first page. */
export function addressOf(
  path: string,
  place: CheckPlace,
  change: Partial<CheckPlace> = {},
  anchor = '',
): Route {
  const moved = 'list' in change || 'show' in change
  const fresh = moved ? { page: 1, ...('list' in change && { show: [] }) } : {}
  const next: CheckPlace = { ...place, at: null, edit: null, ...fresh, ...change }
  return `${path}?${new URLSearchParams(saidOf(next))}${anchor && `#${anchor}`}` as Route
}
