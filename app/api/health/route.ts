/** The process lives. It asks nothing else, so that a restart is never caused by a database that is away. */
export function GET() {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } })
}
