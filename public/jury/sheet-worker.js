/**
 * Serves a juror's sheet when it is loaded again without a network. It keeps the sheet's own page and the files that page
 * runs on, nothing else: no answer of the API passes here, and what a juror gave waits in the page's own outbox.
 * Its scope is /jury/. Raise the number when what is kept changes: older caches are dropped as this one takes over.
 */
const CACHE = 'apogee-sheet-2'
const PATIENCE_MS = 6_000

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('apogee-sheet-') && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  )
})

/** The page that registered us was loaded before we were there: it names itself and the files it runs on. */
self.addEventListener('message', (event) => {
  const { page, files } = event.data ?? {}
  if (typeof page === 'string') event.waitUntil(keepAll(page, files))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && isSheet(pathname)) event.respondWith(sheet(event, pathname))
  else if (isFile(pathname)) event.respondWith(file(request))
})

/** The server's page while it answers in time, else the one that was kept. */
async function sheet(event, pathname) {
  const cache = await caches.open(CACHE)
  const before = await filesOf(cache)
  const kept = await cache.match(pathname)
  try {
    const answer = await (kept ? inTime(fetch(event.request)) : fetch(event.request))
    // An outage page is no sheet, and no reason to hide the one there is.
    if (answer.status >= 500 && kept) return kept
    event.waitUntil(keep(cache, before, pathname, answer.clone()).catch(() => undefined))
    return answer
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

/**
 * Keeps a sheet, once the files it runs on are kept: until then the one before it, with its own, is what can be served.
 * What was kept `before` and it does not name is of a release that is gone; what the page has loaded meanwhile is not.
 * Whoever is sent elsewhere (signed out, no seat) leaves none behind.
 */
async function keep(cache, before, pathname, answer) {
  if (answer.type === 'basic' && answer.ok && !answer.redirected) {
    const named = filesIn(await answer.clone().text())
    const last = await cache.match(pathname)
    const isOfSameRelease = last && String(filesIn(await last.text())) === String(named)
    await Promise.all(named.map(fileOrFail))
    await cache.put(pathname, answer)
    if (isOfSameRelease) return
    await Promise.all(before.filter((name) => !named.includes(name)).map((name) => cache.delete(name)))
  } else if (answer.status < 500) await cache.delete(pathname)
}

/** The files a page names, in its tags and in what it hands to its scripts. */
const filesIn = (html) =>
  [...new Set([...html.matchAll(/static\/[\w./~-]+\.(?:js|css|woff2)/g)].map(([name]) => `/_next/${name}`))].sort()

/** The files that are kept, by path. */
const filesOf = async (cache) =>
  (await cache.keys()).map(({ url }) => new URL(url).pathname).filter(isFile)

async function fileOrFail(name) {
  const answer = await file(new Request(name))
  if (!answer.ok) throw new Error(`${name} is not there`)
}

/** A file whose name changes with what is in it. */
async function file(request) {
  const cache = await caches.open(CACHE)
  const kept = await cache.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}

async function keepAll(page, files) {
  const cache = await caches.open(CACHE)
  const before = await filesOf(cache)
  await keep(cache, before, page, await fetch(page, { redirect: 'manual' }))
  const wanted = (Array.isArray(files) ? files : []).filter((one) => isFile(new URL(one, location.origin).pathname))
  await Promise.all(wanted.map((one) => file(new Request(one)).catch(() => undefined)))
}

const isSheet = (pathname) => /^\/jury\/[^/]+\/[^/]+$/.test(pathname)
const isFile = (pathname) => pathname.startsWith('/_next/static/')

const inTime = (answer) =>
  Promise.race([
    answer,
    new Promise((_, reject) => setTimeout(() => reject(new Error('The network takes too long')), PATIENCE_MS)),
  ])
