import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')

type Theme = Readonly<Record<string, number>>

/** The luminance of every token, by day (0) or by night (1). */
function tokensOf(side: 0 | 1): Theme {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+): light-dark\((.+)\);/g)].map(([, name = '', pair = '']) => {
      const colours = [...pair.matchAll(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)]
      const [, l, c, h] = colours[side] ?? []
      return [name, luminance(Number(l), Number(c), Number(h))]
    }),
  )
}

/** OKLCH to linear sRGB (Ottosson 2020), cut to what a screen can show, to relative luminance (WCAG 2). */
function luminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const [red, green, blue] = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((value) => Math.min(1, Math.max(0, value)))
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

const THEMES = { light: tokensOf(0), dark: tokensOf(1) }

const GROUNDS = ['bg', 'surface', 'sunken']
const INKS = ['primary', 'signal', 'accent', 'success', 'warn', 'danger', 'gold']
const LEAST = [
  ...GROUNDS.map((ground) => ['text', ground, 7] as const),
  ['text', 'primary-soft', 7] as const,
  ...GROUNDS.flatMap((ground) => ['muted', ...INKS].map((ink) => [ink, ground, 4.5] as const)),
  ['on-primary', 'primary', 4.5] as const,
  ['primary', 'primary-soft', 4.5] as const,
  ['muted', 'primary-soft', 4.5] as const,
  ...GROUNDS.flatMap((ground) => ['control', 'focus'].map((edge) => [edge, ground, 3] as const)),
]

const contrast = (theme: Theme, a: string, b: string) => {
  const [low, high] = [theme[a] ?? Number.NaN, theme[b] ?? Number.NaN].toSorted((x, y) => x - y)
  return ((high ?? Number.NaN) + 0.05) / ((low ?? Number.NaN) + 0.05)
}

test('black on white is 21 to 1', () => {
  expect(contrast({ black: luminance(0, 0, 0), white: luminance(1, 0, 0) }, 'black', 'white')).toBeCloseTo(21)
})

test.each(Object.entries(THEMES))('every pair of the %s theme can be read', (_, theme) => {
  const weak = LEAST.filter(([ink, ground, least]) => !(contrast(theme, ink, ground) >= least)).map(
    ([ink, ground, least]) => `${ink} on ${ground}: ${contrast(theme, ink, ground).toFixed(2)} < ${least}`,
  )
  expect(weak).toEqual([])
})
