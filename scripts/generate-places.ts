/**
 * Writes domain/places/zones.generated.ts: for each country its time zones, and where the city lies that a zone is
 * named after. Source: zone.tab of the IANA time zone database, public domain.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const source = process.argv[2] ?? '/usr/share/zoneinfo/zone.tab'
const rows = readFileSync(source, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [country, at = '', zone] = line.split('\t')
    const [, latitude, longitude] = /^([+-]\d+)([+-]\d+)$/.exec(at) ?? []
    return `  ${JSON.stringify([country, zone, degrees(latitude, 2), degrees(longitude, 3)])},`
  })

/** `+404251` (degrees, minutes, perhaps seconds) as a number of degrees to a hundredth. */
function degrees(written = '', digits: number): number {
  const sign = written.startsWith('-') ? -1 : 1
  const [whole, minutes, seconds] = [
    written.slice(1, 1 + digits),
    written.slice(1 + digits, 3 + digits),
    written.slice(3 + digits),
  ].map(Number)
  return (sign * Math.round(((whole ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600) * 100)) / 100
}

writeFileSync(
  new URL('../domain/places/zones.generated.ts', import.meta.url),
  `// Made by scripts/generate-places.ts from zone.tab of the IANA time zone database (public domain).
/** Country (ISO 3166-1 alpha-2), zone, latitude and longitude of the zone's city. */
export const ZONES: readonly (readonly [country: string, zone: string, latitude: number, longitude: number])[] = [
${rows.join('\n')}
]
`,
)
