import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHAIN_START, canonical, type Link, linkHash } from './chain.ts'

const link: Link = {
  dossierId: 7,
  sequence: 1,
  at: new Date('2026-11-20T03:00:00Z'),
  actorKind: 'officer',
  actorId: 3,
  fact: { kind: 'task-claimed', number: 1, officerId: 3 },
}

describe('hash chain', () => {
  test('the canonical form survives a round through JSON in any order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value))
      }),
    )
    expect(canonical({ b: 1, a: [{ d: 1, c: undefined }] })).toBe('{"a":[{"d":1}],"b":1}')
  })

  test.each([
    ['the moment', { at: new Date('2026-11-20T03:00:01Z') }],
    ['who', { actorId: 4 }],
    ['the place in the list', { sequence: 2 }],
    ['the dossier', { dossierId: 8 }],
    ['the fact', { fact: { kind: 'task-claimed', number: 1, officerId: 4 } as const }],
  ])('changing %s changes the hash', (_what, change) => {
    expect(linkHash(CHAIN_START, { ...link, ...change })).not.toBe(linkHash(CHAIN_START, link))
  })

  test('the hash depends on the one before', () => {
    expect(linkHash('1'.repeat(64), link)).not.toBe(linkHash(CHAIN_START, link))
  })
})
