import { QrCode } from '@/components/ui/qr-code'
import type { BadgeOf } from '@/server/check-in/badges'

export type BadgeWords = Readonly<Record<'competition' | 'event' | 'role', string>>

/** One badge of the size of a common holder, two in a row of A4 and four rows, with dashes to cut along. */
export function Badge({ person, address, words }: { person: BadgeOf; address: string; words: BadgeWords }) {
  return (
    <li className="flex h-[66mm] break-inside-avoid flex-col overflow-hidden border border-control border-dashed p-[5mm]">
      <p className="flex items-baseline justify-between gap-4 border-b pb-[1.5mm]">
        <span className="caption font-semibold">{words.competition}</span>
        <span className="caption text-muted">{words.event}</span>
      </p>
      <div className="mt-[3mm] flex min-h-0 flex-1 gap-[4mm]">
        <div className="flex min-w-0 flex-1 flex-col">
          <p
            className="display line-clamp-3 break-words leading-[1.05]"
            style={{ fontSize: fitting(person.givenName, 7.9) }}
          >
            {person.givenName}
          </p>
          <p
            className="mt-[1mm] line-clamp-2 break-words leading-tight"
            style={{ fontSize: fitting(person.familyName, 4.8) }}
          >
            {person.familyName}
          </p>
          <p className="mt-auto line-clamp-2 font-semibold text-sm leading-tight">{person.team}</p>
          <p className="line-clamp-2 text-muted text-sm leading-tight">{person.institution}</p>
        </div>
        <div className="flex shrink-0 flex-col items-end justify-between">
          <QrCode text={address} label={person.givenName} className="size-[36mm]" />
          <p className="caption text-muted">{words.role}</p>
        </div>
      </div>
    </li>
  )
}

/** How wide a name may be beside the code. */
const WIDTH_MM = 43

/** The size at which the longest word of a name stands whole: at most `most` millimetres, and still read from a table away. */
function fitting(name: string, most: number): string {
  const longest = Math.max(1, ...name.split(/[\s-]+/).map(lettersOf))
  return `${Math.max(2.6, Math.min(most, WIDTH_MM / (longest * 0.76))).toFixed(2)}mm`
}

/** The letters of a word, of which M and W are nearly half as wide again. */
const lettersOf = (word: string) =>
  [...word].reduce((sum, letter) => sum + (/[mw]/i.test(letter) ? 1.4 : 1), 0)
