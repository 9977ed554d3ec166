/** Who shows a video or a demo, by the host, and what the address of one of theirs looks like. */
const PROVIDERS: readonly { name: string; host: RegExp; shape: RegExp }[] = [
  {
    name: 'YouTube',
    host: /(^|\.)(youtube\.com|youtube-nocookie\.com)$/,
    shape: /^\/(watch\?(.*&)?v=|shorts\/|live\/|embed\/)[\w-]{11}/,
  },
  { name: 'YouTube', host: /^youtu\.be$/, shape: /^\/[\w-]{11}/ },
  { name: 'Vimeo', host: /(^|\.)vimeo\.com$/, shape: /^\/(.*\/)?\d{5,}/ },
  { name: 'Loom', host: /(^|\.)loom\.com$/, shape: /^\/(share|embed)\/[\da-f]{20,}/ },
  { name: 'Dailymotion', host: /(^|\.)dailymotion\.com$/, shape: /^\/video\/\w+/ },
  { name: 'Google Drive', host: /^drive\.google\.com$/, shape: /^\/file\/d\/[\w-]{20,}/ },
  { name: 'GitHub', host: /^github\.com$/, shape: /^\/[\w.-]+\/[\w.-]+/ },
  { name: 'GitHub Pages', host: /\.github\.io$/, shape: /^\// },
  { name: 'GitLab', host: /^gitlab\.com$/, shape: /^\/[\w.-]+\/[\w.-]+/ },
  { name: 'Figma', host: /(^|\.)figma\.com$/, shape: /^\/(proto|file|design|deck)\/\w+/ },
]

export interface LinkProvider {
  readonly name: string
  /** Whether the address leads to one video or project there, not to the front page; nobody is asked whether it opens. */
  readonly whole: boolean
}

/** The provider behind a link, told by its shape alone; null for one we do not know. */
export function linkProvider(link: string): LinkProvider | null {
  if (!URL.canParse(link)) return null
  const { hostname, pathname, search } = new URL(link)
  const host = hostname.replace(/^(www|m)\./, '')
  const known = PROVIDERS.filter((provider) => provider.host.test(host))
  if (!known[0]) return null
  return { name: known[0].name, whole: known.some(({ shape }) => shape.test(`${pathname}${search}`)) }
}
