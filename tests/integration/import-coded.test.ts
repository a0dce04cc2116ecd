import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listActors, listThemes } from '#/db/queries/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import { excerpts } from '#/db/schema/excerpts.ts'
import { mintScope } from '#/db/scope.ts'
import { countPairs, tally } from '#/lib/format/petrarch/count-pairs.ts'
import { readRecords } from '#/lib/format/petrarch/read-records.ts'
import { importCoded } from '#/server/operator/import-coded.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeUser } from '#/tests/support/make-user.ts'

const database = testDatabase()
const { db } = database
const XML = readFileSync(new URL('../fixtures/petrarch/records.xml', import.meta.url), 'utf8')
const deps = {
  database,
  collab: null,
  origin: 'http://127.0.0.1:3000',
  dataDir: '/nowhere',
  history: { readRooms: () => Promise.reject(new Error('Nobody asks for a past here')) },
}

function records() {
  const read = readRecords(XML)
  if (!read.ok) throw new Error(read.message)
  return read.sentences
}

test('coded sentences become documents with statements, and the workspace counts who did what to whom as the file does', async () => {
  const user = await makeUser(db)
  const made = await importCoded.run({ workspace: 'Records', email: user.email.toUpperCase(), sentences: records() }, deps)
  if (!made.ok) throw new Error(made.message)
  expect(made).toMatchObject({ documents: 4, statements: 5 })
  const pairs = tally(made.pairs.map(({ source, recipient, count }) => ({ source, recipient, count })))
  expect(pairs).toEqual(countPairs(XML))
  expect((await db.select().from(documents)).map(({ title, publishedOn }) => `${title} ${publishedOn}`).sort()).toEqual([
    'DEMO-01 2024-01-02',
    'DEMO-02 2024-01-03',
    'DEMO-02 2024-01-04',
    'DEMO-03 2024-01-05',
  ])
  const quotes = records().flatMap(({ text, events }) => events.map(() => text))
  expect((await db.select().from(excerpts)).map(({ quote }) => quote).sort()).toEqual(quotes.sort())
  const scope = mintScope(made.workspaceId, user.id, 'owner')
  expect((await listActors(db, scope)).map(({ name }) => name).sort()).toEqual(['"THE FERRYMEN"', 'ARN', 'GON'])
  const themes = await listThemes(db, scope)
  const parent = themes.find(({ name }) => name === '06 Engage in material cooperation')
  expect(themes.find(({ name }) => name === '064')?.parentId).toBe(parent?.id)
})

test('a stranger is told so, and nothing is made', async () => {
  const answer = await importCoded.run({ workspace: 'Records', email: 'nobody@example.org', sentences: records() }, deps)
  expect(answer).toMatchObject({ ok: false })
  expect(await db.select().from(documents)).toEqual([])
})
