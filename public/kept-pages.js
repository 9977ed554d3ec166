/**
 * What a worker does that serves a page when it is loaded again without a network: it keeps that page and the files it
 * runs on, and where it says so the data the page asks for. Everything that is kept is dropped when somebody signs out
 * (components/offline/forget-pages.tsx), and when the server says that this is no page of theirs.
 *
 * `kind` begins the names of its caches, and `version` is raised when what is kept changes: older ones are dropped as it
 * takes over. `pageOf` gives the address under which the page for a path is kept, or null for one that is not.
 */
self.keepPages = ({ kind, version, pageOf, isData = () => false }) => {
  const CACHE = `${kind}${version}`
  const PATIENCE_MS = 6_000

  self.addEventListener('install', () => self.skipWaiting())

  self.addEventListener('activate', (event) => {
    event.waitUntil(
      caches
        .keys()
        .then((names) =>
          Promise.all(
            names
              .filter((name) => name.startsWith(kind) && name !== CACHE)
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
    const page = request.mode === 'navigate' ? pageOf(pathname) : null
    if (page !== null) event.respondWith(load(event, pathname, page))
    else if (isData(pathname)) event.respondWith(data(event, pathname))
    else if (isFile(pathname)) event.respondWith(file(request))
  })

  /** The server's page while it answers in time, else the one that was kept. */
  async function load(event, pathname, page) {
    const cache = await caches.open(CACHE)
    const before = await filesOf(cache)
    const kept = await cache.match(page)
    try {
      const answer = await (kept ? inTime(fetch(event.request)) : fetch(event.request))
      // An outage page is no page of ours, and no reason to hide the one there is.
      if (answer.status >= 500 && kept) return kept
      if (pathname === page)
        event.waitUntil(keep(cache, before, page, answer.clone()).catch(() => undefined))
      return answer
    } catch (error) {
      if (kept) return kept
      throw error
    }
  }

  /** What the server answers, else what it answered last. Who may not ask any more leaves nothing behind. */
  async function data(event, pathname) {
    const cache = await caches.open(CACHE)
    try {
      const answer = await inTime(fetch(event.request))
      if (answer.ok) event.waitUntil(cache.put(pathname, answer.clone()))
      else if (answer.status < 500) event.waitUntil(forget(cache, pathname.slice(0, pathname.lastIndexOf('/'))))
      return answer
    } catch (error) {
      const kept = await cache.match(pathname)
      // Whoever reads the server's clock off an answer must know that this one is old.
      if (kept) return new Response(kept.body, { headers: { 'content-type': 'application/json', 'x-kept': 'yes' } })
      throw error
    }
  }

  /**
   * Keeps a page, once the files it runs on are kept: until then the one before it, with its own, is what can be served.
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
    } else if (answer.status < 500) await forget(cache, pathname)
  }

  /** Drops a page and what it showed. */
  async function forget(cache, page) {
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url)
      if (pathname === page || pathname.startsWith(`${page}/`)) await cache.delete(request)
    }
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

  const isFile = (pathname) => pathname.startsWith('/_next/static/')

  const inTime = (answer) =>
    Promise.race([
      answer,
      new Promise((_, reject) => setTimeout(() => reject(new Error('The network takes too long')), PATIENCE_MS)),
    ])
}
