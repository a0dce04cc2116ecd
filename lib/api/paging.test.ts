import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#/lib/id.ts'
import { pageOf, readCursor, writeCursor } from './paging.ts'

test('walking the pages gives every thing once and in order, whatever the size of a page', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.integer({ min: 1, max: 12 }), (count, limit) => {
      const all = Array.from({ length: count }, () => ({ id: newId() }))
      const seen: string[] = []
      let after: string | null = null
      for (;;) {
        const { items, next }: { items: { id: string }[]; next: string | null } = pageOf(all, after, limit)
        expect(items.length).toBeLessThanOrEqual(limit)
        seen.push(...items.map(({ id }) => id))
        if (next === null) break
        after = readCursor(next) ?? null
        expect(after).not.toBeNull()
      }
      expect(seen).toEqual(all.map(({ id }) => id))
    }),
  )
})

test('a page of things that were removed meanwhile goes on behind where they stood', () => {
  const all = Array.from({ length: 4 }, () => ({ id: newId() }))
  const gone = all[1] as { id: string }
  expect(
    pageOf(
      all.filter((one) => one !== gone),
      gone.id,
      10,
    ).items,
  ).toEqual(all.slice(2))
})

test('a cursor is read as it was written, and nothing else is', () => {
  const id = newId()
  expect(readCursor(writeCursor(id))).toBe(id)
  for (const other of ['', 'x', id, `${writeCursor(id)}=`, writeCursor("' or 1=1")]) expect(readCursor(other)).toBeUndefined()
})
