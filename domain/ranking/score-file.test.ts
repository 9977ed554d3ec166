import { describe, expect, test } from 'vitest'
import { readScoreFile } from './score-file'

const totals = (...rows: [string, string, number][]) => ({
  scores: rows.map(([juror, entry, value]) => ({ juror, entry, value })),
  criteria: [],
  parts: [],
  missing: [],
})

describe('is read', () => {
  test.each([
    ['commas', 'juror,entrant,score\nJ1,A,7.5\nJ2,A,8\n', totals(['J1', 'A', 7.5], ['J2', 'A', 8])],
    [
      'quotation marks',
      '"juror","entrant","score"\n"J1","Ada, ""the"" team","7,5"',
      totals(['J1', 'Ada, "the" team', 7.5]),
    ],
    [
      'semicolons and decimal commas',
      'juror;entrant;score\r\nJ1;A;7,5\r\nJ2;A;8,25\r\n',
      totals(['J1', 'A', 7.5], ['J2', 'A', 8.25]),
    ],
    ['tabs', 'juror\tentrant\tscore\nJ1\tA\t7,5', totals(['J1', 'A', 7.5])],
    [
      'a byte order mark, capitals, spaces, blank lines',
      '\uFEFF Juror , ENTRANT,Score\n\n J1 , A , -7.5 \n,,\n',
      totals(['J1', 'A', -7.5]),
    ],
    [
      'columns in another order, and others ignored',
      'place,score,entrant,note,juror\n1,7,A,"x, y",J1',
      totals(['J1', 'A', 7]),
    ],
    ['any script, in NFC', 'juror,entrant,score\nƏli,Cafe\u0301,7', totals(['Əli', 'Caf\u00e9', 7])],
    [
      'markup and formulas as text',
      'juror,entrant,score\n=HYPERLINK(1),<script>,7',
      totals(['=HYPERLINK(1)', '<script>', 7]),
    ],
    [
      'names that are words of the language',
      'juror,entrant,score\n__proto__,constructor,7',
      totals(['__proto__', 'constructor', 7]),
    ],
  ])('%s', (_, text, expected) => {
    expect(readScoreFile(text)).toEqual(expected)
  })

  test('criteria: the mean of each ballot, one weight for all; a ballot that lacks one does not count', () => {
    const text = [
      'juror,entrant,criterion,score',
      ...[
        'J1,A,idea,8',
        'J1,A,team,6',
        'J1,B,idea,9',
        'J1,B,team,4',
        'J2,A,team,5',
        'J2,A,idea,"7,5"',
        'J2,B,idea,3',
      ],
    ].join('\n')
    expect(readScoreFile(text)).toEqual({
      scores: [
        { juror: 'J1', entry: 'A', value: 7 },
        { juror: 'J1', entry: 'B', value: 6.5 },
        { juror: 'J2', entry: 'A', value: 6.25 },
      ],
      criteria: ['idea', 'team'],
      parts: [
        [8, 6],
        [9, 4],
        [7.5, 5],
      ],
      missing: [{ juror: 'J2', entry: 'B' }],
    })
  })
})

describe('is refused', () => {
  const row = (text: string) => `juror,entrant,score\n${text}`
  test.each<[string, string, string, object]>([
    ['nothing', '', 'score-file-empty', {}],
    ['blank lines', '\n \n,,\n', 'score-file-empty', {}],
    ['a heading alone', 'juror,entrant,score\n', 'score-file-empty', {}],
    ['no heading', 'J1,A,7', 'score-file-column', { column: 'juror' }],
    ['no column score', 'juror,entrant,points\nJ1,A,7', 'score-file-column', { column: 'score' }],
    ['a column twice', 'juror,entrant,score,Score\nJ1,A,7,8', 'score-file-column-twice', { column: 'score' }],
    ['an unquoted decimal comma', row('J1,A,7,5'), 'score-file-cells', { line: 2, cells: 4, columns: 3 }],
    [
      'an unquoted decimal comma below a heading that ends in a comma',
      'juror,entrant,score,\nJ1,A,7,5',
      'score-file-cells',
      { line: 2, cells: 4, columns: 3 },
    ],
    ['no juror', row(',A,7'), 'score-file-name', { line: 2, column: 'juror' }],
    ['an invisible entrant', row('J1,\u200b,7'), 'score-file-name', { line: 2, column: 'entrant' }],
    ['an entrant of Hangul fillers', row('J1,\u3164,7'), 'score-file-name', { line: 2, column: 'entrant' }],
    ['an open quotation mark', row('J1,"A,7'), 'score-file-quotes', { line: 2 }],
    [
      'a juror twice',
      row('J1,A,7\nJ2,A,7\n\nJ1,A,8'),
      'score-file-twice',
      { line: 5, first: 2, juror: 'J1', entrant: 'A' },
    ],
    ...['seven', '', '7.5.1', '1.234,5', '0x10', '1e3', 'NaN', 'Infinity', '7 5', '99999999999'].map(
      (score): [string, string, string, object] => [
        `“${score}” as a score`,
        row(`J2,A,7\nJ1,A,"${score}"`),
        'score-file-number',
        { line: 3, score },
      ],
    ),
  ])('%s', (_, text, code, values) => {
    expect(readScoreFile(text)).toEqual({ refused: true, code, field: undefined, values })
  })
})
