import 'server-only'
import { createTranslator } from 'next-intl'
import { readMessages } from '@/messages/read'
import { LOCALE } from './messages'
import { databaseFault, isDatabaseAway } from './readiness'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

const HEADERS = { 'cache-control': 'no-store', 'retry-after': '10' }

/**
 * What every address answers while the database is away: a page or a problem (503) that says so and why. Null when
 * the database answers. The page needs neither the database nor scripts nor any other file.
 */
export async function outageAnswer(path: string): Promise<Response | null> {
  const reason = await databaseFault()
  return reason === null ? null : outage(path, reason)
}

/** The same for who was in the middle of something when the database went away; anything else is thrown on. */
export async function asOutage(error: unknown): Promise<Response> {
  if (!isDatabaseAway(error)) throw error
  return outage('/api/', (await databaseFault()) ?? 'The database went away in the middle of it; it is back.')
}

function outage(path: string, reason: string): Response {
  const t = createTranslator({ locale: LOCALE, messages: readMessages(LOCALE), namespace: 'errors' })
  if (path.startsWith('/api/')) {
    const problem = { type: 'about:blank', status: 503, code: 'database-away', title: t('away-title') }
    return Response.json(
      { ...problem, detail: reason },
      { status: 503, headers: { ...HEADERS, 'content-type': 'application/problem+json' } },
    )
  }
  const page = `<!doctype html>
<html lang="${LOCALE}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(t('away-title'))}</title>
<style>
  :root { color-scheme: light dark; font: 1.125rem/1.6 'Geist Variable', system-ui, sans-serif }
  body { margin: 0; padding: 12vh 1.5rem; background: light-dark(oklch(.985 .004 255), oklch(.155 .03 268));
    color: light-dark(oklch(.22 .035 268), oklch(.96 .008 258)) }
  main { max-width: 36rem; margin: auto }
  h1 { font-size: 1.75rem; line-height: 1.2 }
  code { display: block; padding: 1rem 0; font: .875rem/1.5 'Geist Mono Variable', ui-monospace, monospace;
    border-block: 1px solid light-dark(oklch(.90 .012 258), oklch(.31 .035 268)); overflow-wrap: anywhere }
  a { display: inline-block; padding: .75rem 0; color: light-dark(oklch(.47 .17 264), oklch(.76 .12 258)) }
</style>
<main>
<h1>${escaped(t('away-title'))}</h1>
<p>${escaped(t('away-text'))}</p>
<code>${escaped(reason)}</code>
<p><a href="">${escaped(t('try-again'))}</a></p>
</main>
</html>`
  return new Response(page, {
    status: 503,
    headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' },
  })
}
