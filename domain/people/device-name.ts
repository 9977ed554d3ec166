/** What a browser says of itself, as far as somebody who looks for a device needs it; `none` where it does not say. */
export interface DeviceName {
  readonly browser: string
  readonly system: string
}

// The first that fits: most browsers also name those they descend from.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const firstIn = (names: typeof BROWSERS, agent: string) =>
  names.find(([sign]) => sign.test(agent))?.[1] ?? 'none'

/** The browser and the system behind a user agent. It tells devices apart for people and proves nothing. */
export function deviceName(agent: string | null): DeviceName {
  return { browser: firstIn(BROWSERS, agent ?? ''), system: firstIn(SYSTEMS, agent ?? '') }
}
