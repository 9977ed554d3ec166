import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownerOfAddress, ownerOfMost } from './domain-owner'
import { foldName, letterKey, organizationNamed } from './name'

test.each([
  ['Kür Flood Lens', 'KÜR FLOOD LENS'],
  ['İpək Yolu Tracker', 'ipek yolu tracker'],
  ['İpək Yolu Tracker', 'IPƏK YOLU TRACKER'],
  ['Qız Qalası', 'QIZ QALASI'],
  ['Xädicä', 'Xədicə'],
  ['Äsmär', 'ƏSMƏR'],
  ['Göy Qurşağı', 'Goy  Qursagi'],
  ['  Geo-Çinar ', 'Geo-C\u0327inar'],
  ['Ulduz\u200b', 'Ulduz'],
  ['Zero-G\u00a0Tea', 'Zero-G Tea'],
])('%j and %j are one name', (a, b) => {
  expect(foldName(a)).toBe(foldName(b))
})

test.each([
  ['Zero-G Tea', 'Zero-G Team'],
  ['Seismo-24', 'Seismo-25'],
  ['Мир', 'Мор'],
  ['कि', 'का'],
  ['がく', 'かく'],
])('%j and %j are two', (a, b) => {
  expect(foldName(a)).not.toBe(foldName(b))
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name))
    }),
  )
})

const universities = [
  {
    id: 'asoiu',
    name: 'State University of Oil and Industry',
    aliases: ['ASOIU'],
    domains: ['asoiu.example'],
  },
  { id: 'ufaz', name: 'UFAZ French-Azerbaijani University', domains: ['ufaz.example', 'fr.asoiu.example'] },
]

test('an organization is found by name or alias in any case and punctuation', () => {
  expect(letterKey('ADA-University')).toBe('adauniversity')
  expect(organizationNamed('asoiu', universities)?.id).toBe('asoiu')
  expect(organizationNamed('ufaz french azerbaijani university', universities)?.id).toBe('ufaz')
  expect(organizationNamed('ADA', universities)).toBeNull()
  expect(organizationNamed('—', [{ id: 'x', name: '…' }])).toBeNull()
  expect(
    organizationNamed('Twin', [
      { id: 'a', name: 'Twin' },
      { id: 'b', name: 'TWIN' },
    ]),
  ).toBeNull()
})

test.each([
  ['a@ufaz.example', 'ufaz'],
  ['a@mail.ufaz.example', 'ufaz'],
  ['a@asoiu.example', 'asoiu'],
  ['a@fr.asoiu.example', 'ufaz'],
  ['a@notufaz.example', undefined],
  ['no address', undefined],
])('%s is an address of %s', (address, expected) => {
  expect(ownerOfAddress(address, universities)?.id).toBe(expected)
})

test('a list belongs to whoever owns most of its addresses', () => {
  expect(ownerOfMost(['a@asoiu.example', 'b@asoiu.example', 'c@ufaz.example'], universities)?.id).toBe(
    'asoiu',
  )
  expect(ownerOfMost(['a@else.example'], universities)).toBeNull()
})
