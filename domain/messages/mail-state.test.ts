import { expect, test } from 'vitest'
import { MAX_ATTEMPTS, mailState, smtpCode } from './mail-state'

const AT = new Date('2018-05-14T06:00:00Z')

test.each([
  [{ sentAt: null, attempts: 0, lastError: null }, 'waiting'],
  [{ sentAt: null, attempts: 1, lastError: 'come back' }, 'retrying'],
  [{ sentAt: null, attempts: MAX_ATTEMPTS - 1, lastError: 'come back' }, 'retrying'],
  [{ sentAt: null, attempts: MAX_ATTEMPTS, lastError: 'never' }, 'given-up'],
  [{ sentAt: AT, attempts: 1, lastError: null }, 'sent'],
  [{ sentAt: AT, attempts: MAX_ATTEMPTS, lastError: null }, 'sent'],
  [{ sentAt: AT, attempts: 1, lastError: 'broke' }, 'unsure'],
])('%j is %s', (fate, state) => expect(mailState(fate)).toBe(state))

test.each([
  ['all recipients were rejected: 550 5.1.1 <sevda@family.example>: unknown', '550 5.1.1'],
  ['Message failed: 451 try later', '451'],
  ['550 sevda: no such user', '550'],
  ['<550@family.example> unknown', null],
  ['sevda.450@family.example is full', null],
  ['connect ECONNREFUSED 127.0.0.1:25', null],
  ['Connection closed unexpectedly', null],
])('of “%s” the code is %s', (reason, code) => expect(smtpCode(reason)).toBe(code))
