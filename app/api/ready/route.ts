import { readiness } from '@/server/readiness'

/** Whether this installation can serve: 200, or 503 with each thing that is missing and why. */
export async function GET() {
  const missing = await readiness()
  const status = missing.length > 0 ? 503 : 200
  const body = status === 200 ? { status: 'ready' } : { status: 'not-ready', missing }
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}
