import { expect, test } from 'vitest'
import { cleanRubric } from './judging/rubric'
import { hasLetter, isLegible } from './legible'
import { organizationName } from './organizations/organization-name'
import { personName } from './people/person-name'
import { readScoreFile } from './ranking/score-file'

const INVISIBLE = ['', ' ', '\u200b', '\u3164', '\u115f\u1160', '\uffa0', '\u2800', '\u0301']

test.each(INVISIBLE)('%j can be read by nobody, so nothing is called that', (text) => {
  const nameless = cleanRubric([{ kind: 'weighted', name: text, weight: 1 }])
  expect([isLegible(text), hasLetter(text)]).toEqual([false, false])
  expect(personName(text)).toMatchObject({ code: 'name-unreadable' })
  expect(organizationName(text)).toMatchObject({ code: 'organization-unnamed' })
  expect(nameless).toMatchObject({ code: 'criterion-nameless' })
  expect(readScoreFile(`juror,entrant,score\nA,${text},5\n`)).toMatchObject({ code: 'score-file-name' })
})

test.each(['7', 'Ə', '한글', '王', '٣'])('%j can be read', (text) => {
  expect(isLegible(text)).toBe(true)
})
