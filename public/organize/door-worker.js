/**
 * Serves the list at the door when it is loaded again without a network, also where a badge's code was opened: the page
 * shows that one person of it. With it the list as the server told it last. Its scope is /organize/.
 */
importScripts('/kept-pages.js')

keepPages({
  kind: 'apogee-door-',
  version: 1,
  pageOf: (pathname) => /^(\/organize\/[^/]+\/[^/]+\/check-in)(\/[\da-f]{8}-[\da-f-]{27})?$/.exec(pathname)?.[1] ?? null,
  isData: (pathname) => /^\/organize\/[^/]+\/[^/]+\/check-in\/taps$/.test(pathname),
})
