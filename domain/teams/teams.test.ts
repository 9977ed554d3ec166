import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawInvitationCode, readInvitationCode } from './invitation-code'
import { invitationFault } from './invitation-fault'
import { freeSeat } from './seats'
import { readTeamName } from './team-name'

test('a drawn code is read back as it is, in any case and with dashes', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }), (draws) => {
      const left = [...draws]
      const code = drawInvitationCode(() => left.shift() ?? 0)
      expect(code).toMatch(/^[A-HJKMNP-Z2-9]{6}$/)
      expect(readInvitationCode(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)).toBe(code)
      expect(readInvitationCode(`https://apogee.example/j/${code}`)).toBe(code)
    }),
  )
})

test.each(['', 'ABCDE', 'ABCDEFG', 'ABCDE0', 'ABCDEO', 'ABCDE1', 'ABCDEI', 'ABCDEL', 'ƏBCDEF', '%00'])(
  '“%s” is no code',
  (typed) => expect(readInvitationCode(typed)).toBeNull(),
)

test('the free seat is the smallest nobody sits on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 20 })),
      (seats, taken) => {
        const all = Array.from({ length: seats }, (_, index) => index + 1)
        const free = all.filter((seat) => !taken.includes(seat))
        expect(freeSeat(seats, taken)).toBe(free.length === 0 ? null : Math.min(...free))
      },
    ),
  )
})

test('an invitation ends at its instant, with its uses, or when it is withdrawn', () => {
  const now = new Date('2018-05-20T19:59:00Z')
  const terms = { maxUses: 2, uses: 1, expiresAt: null, revokedAt: null }
  const code = (changed: object) => invitationFault({ ...terms, ...changed }, 'Asia/Baku', now)?.code ?? null
  expect(code({})).toBeNull()
  expect(code({ expiresAt: new Date(now.getTime() + 1) })).toBeNull()
  expect(code({ expiresAt: now })).toBe('invitation-expired')
  expect(code({ uses: 2 })).toBe('invitation-used')
  expect(code({ uses: 2, revokedAt: now })).toBe('invitation-revoked')
})

test('a team’s name is kept in NFC, without what turns its direction', () => {
  expect(readTeamName('  Xəzər \u202e Sat\t2 ')).toBe('Xəzər Sat 2')
  expect(readTeamName('e\u0301')).toBe('é')
  expect(readTeamName('東京🛰')).toBe('東京🛰')
})
