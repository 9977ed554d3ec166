import { getTranslations } from 'next-intl/server'
import { decode } from '@/server/registration/import/decode'
import type { GivenList } from '@/server/registration/import/given-list'

const LINES = 5
const BYTES = 4_000
const CELLS = 12

/** The first lines of a list that cannot be read, as they stand in its file by the encoding and separator said. */
export async function RawLines({ given }: { given: GivenList }) {
  const t = await getTranslations('importList')
  // Two bytes a letter in UTF-16, so an even number of them.
  const { text } = decode(given.bytes.subarray(0, BYTES), given.encoding)
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/, LINES)
  if (given.bytes.length === 0 || text.includes('\0') || isArchive(given.bytes)) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable with the keyboard
    <section aria-label={t('raw')} tabIndex={0} className="overflow-x-auto border-b py-2">
      <table className="text-left font-mono text-sm">
        <tbody>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file, in their order
            <tr key={at}>
              <th scope="row" className="py-1 pr-4 font-normal text-muted">
                {at + 1}
              </th>
              {cellsOf(line, given.separator).map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a line, in their order
                <td key={place} className="max-w-80 truncate whitespace-pre border-l py-1 pr-4 pl-3">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const cellsOf = (line: string, separator = '\0') => line.slice(0, 500).split(separator, CELLS)

/** A spreadsheet's file is a ZIP archive: nothing in it can be read as it stands. */
const isArchive = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
