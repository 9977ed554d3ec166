/**
 * Serves a juror's sheet when it is loaded again without a network; its scope is /jury/. No answer of the API passes here,
 * and what a juror gave waits in the page's own outbox. Raise the number when what is kept changes.
 */
importScripts('/kept-pages.js')

keepPages({
  kind: 'apogee-sheet-',
  version: 2,
  pageOf: (pathname) => (/^\/jury\/[^/]+\/[^/]+$/.test(pathname) ? pathname : null),
})
