import { beforeEach, expect, test } from 'vitest'
import { moveToBin } from '#/db/queries/bin.ts'
import { findNeighbour, listDocumentTitles } from '#/db/queries/document-titles.ts'
import type { Scope } from '#/db/scope.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const { db } = testDatabase()
let scope: Scope
let ids: string[]

beforeEach(async () => {
  scope = (await makeWorkspace(db)).scope
  ids = []
  for (const title of ['First', 'Binned', 'Second', 'Third']) ids.push((await makeDocument(db, scope, { title })).id)
  await moveToBin(db, scope, ids[1]!)
  await makeDocument(db, (await makeWorkspace(db)).scope, { title: 'Elsewhere' })
})

test('titles are those of the live documents of the workspace', async () => {
  const titles = (await listDocumentTitles(db, scope)).map(({ title }) => title)
  expect(titles.toSorted()).toEqual(['First', 'Second', 'Third'])
})

test('the next and the previous document follow the order in which they were added, past the bin, to the ends', async () => {
  const [first, binned, second, third] = ids as [string, string, string, string]
  expect(await findNeighbour(db, scope, first, 1)).toBe(second)
  expect(await findNeighbour(db, scope, second, 1)).toBe(third)
  expect(await findNeighbour(db, scope, third, 1)).toBeNull()
  expect(await findNeighbour(db, scope, second, -1)).toBe(first)
  expect(await findNeighbour(db, scope, binned, -1)).toBe(first)
  const stranger = (await makeWorkspace(db)).scope
  expect(await findNeighbour(db, stranger, first, 1)).toBeNull()
})
