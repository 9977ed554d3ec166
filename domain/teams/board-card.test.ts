import { expect, test } from 'vitest'
import { readBoardCard } from './board-card'

test.each([
  ['Python, GIS;python\n Remote  sensing ,', ['Python', 'GIS', 'Remote sensing']],
  ['İ, i', ['İ']],
  ['<script>, \u202eevil', ['<script>', 'evil']],
  ['日本語、العربية', ['日本語', 'العربية']],
])('“%s” is read word by word, each once', (skills, expected) => {
  expect(readBoardCard({ skills, languages: 'az', about: ' \u200b ' })).toEqual({
    skills: expected,
    languages: ['az'],
    about: null,
  })
})

test.each([
  [{ skills: ' , \u3164', languages: 'az' }, 'board-words-missing', 'skills'],
  [{ skills: 'GIS', languages: '' }, 'board-words-missing', 'languages'],
  [
    { skills: Array.from({ length: 13 }, (_, n) => `s${n}`).join(), languages: 'az' },
    'board-words-many',
    'skills',
  ],
  [{ skills: 'x'.repeat(41), languages: 'az' }, 'board-word-long', 'skills'],
  [{ skills: 'GIS', languages: 'az', about: 'x'.repeat(301) }, 'message-long', 'about'],
])('%j is refused as %s', (typed, code, field) => {
  expect(readBoardCard(typed)).toMatchObject({ code, field })
})
