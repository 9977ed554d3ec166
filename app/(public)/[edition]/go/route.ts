import type { Route } from 'next'
import { redirect } from 'next/navigation'

/** Where the home page's list of events leads: `?event=azerbaijan` to that event's page. */
export async function GET(request: Request, { params }: { params: Promise<{ edition: string }> }) {
  const event = new URL(request.url).searchParams.get('event') ?? ''
  const { edition } = await params
  redirect((/^[a-z0-9-]+$/.test(event) ? `/${edition}/${event}` : `/${edition}`) as Route)
}
