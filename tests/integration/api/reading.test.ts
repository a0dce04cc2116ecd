import { expect, test } from 'vitest'
import { auditLog } from '#/db/schema/audit.ts'
import { newId } from '#/lib/id.ts'
import { API_ORIGIN, apiClient } from '#/tests/support/api-client.ts'
import { checkWebAnnotation } from '#/tests/support/check-web-annotation.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeToken } from '#/tests/support/make-token.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const database = testDatabase()
const { db } = database
const collab = { ...recordingCollab().collab, amend: () => Promise.reject(new Error('Nothing is written in this test')) }
const call = apiClient(database, { collab })
const LD = { Accept: 'application/ld+json' }
const TEXT = '🕊️ Moscow said no.\nAnkara kept silent. Moscow said yes.'

async function desk() {
  const { owner, scope } = await makeWorkspace(db, { name: 'Syria desk' })
  const { token } = await makeToken(db, owner.id)
  const moscow = await makeActor(db, scope, { name: 'Moscow' })
  const talks = await makeTheme(db, scope, { name: 'Talks' })
  const actors = [{ actorId: moscow, role: 'source' as const }]
  const facts = { status: 'negated', date: '2017-03', reportedBy: JSON.stringify([{ name: 'A witness' }]) }
  const tags = [
    { passage: 'Moscow said no', actors, themes: [{ themeId: talks, stance: 'opposes' as const }], facts, memo: 'Look again.' },
    { passage: 'Ankara kept silent' },
    { passage: 'Moscow said yes', actors },
  ]
  const document = await tagDocument(db, scope, { text: TEXT, tags, title: 'A report', outlet: 'The paper', language: 'en' })
  const at = `/workspaces/${scope.workspaceId}`
  return { owner, scope, moscow, talks, document, at, get: (path: string, headers = {}) => call('GET', path, { token, headers }) }
}

test('whose token it is, where they are members, and what a document is', async () => {
  const { owner, scope, document, at, get } = await desk()
  expect((await get('/me')).body).toMatchObject({ id: owner.id, token: { name: 'A script', scopes: ['read', 'write', 'export'] } })
  expect((await get('/workspaces')).body.items).toEqual([{ id: scope.workspaceId, name: 'Syria desk', role: 'owner' }])
  expect((await get(at)).body).toEqual({ id: scope.workspaceId, name: 'Syria desk', role: 'owner' })
  expect((await get(`${at}/documents/${document.id}`)).body).toMatchObject({
    title: 'A report',
    outlet: 'The paper',
    page: `${API_ORIGIN}${at.replace('/workspaces', '/w')}/documents/${document.id}`,
  })
  expect((await get(`${at}/documents/${newId()}`)).status).toBe(404)
})

test('the text is the one in which annotations count, in both units', async () => {
  const { document, at, get } = await desk()
  const text: string = (await get(`${at}/documents/${document.id}/text`)).body
  expect(text).toBe(TEXT)
  const { items, next } = (await get(`${at}/documents/${document.id}/annotations`)).body
  expect(next).toBeNull()
  for (const { position, quote } of items) {
    expect(text.slice(position.start, position.end)).toBe(quote.exact)
    expect([...text].slice(position.startPoint, position.endPoint).join('')).toBe(quote.exact)
  }
  expect(items.map(({ quote }: { quote: { exact: string } }) => quote.exact)).toEqual([
    'Moscow said no',
    'Ankara kept silent',
    'Moscow said yes',
  ])
})

test('an annotation says all it says, also as a W3C Web Annotation', async () => {
  const { moscow, talks, document, at, get } = await desk()
  const path = `${at}/documents/${document.id}/annotations/${document.annotationIds[0]}`
  expect((await get(path)).body).toMatchObject({
    documentId: document.id,
    state: 'anchored',
    actors: [{ id: moscow, name: 'Moscow', kind: 'state', role: 'source' }],
    themes: [{ id: talks, path: ['Talks'], stance: 'opposes' }],
    facts: { status: 'negated', certainty: null, date: '2017-03', place: null, reportedBy: [{ actorId: null, name: 'A witness' }] },
    memo: 'Look again.',
  })
  const told = await get(path, LD)
  expect(told.headers.get('content-type')).toBe('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"')
  expect(checkWebAnnotation(told.body)).toEqual([])
  const page = await get(`${at}/documents/${document.id}/annotations?limit=2`, LD)
  for (const item of page.body.items) expect(checkWebAnnotation(item, true)).toEqual([])
  const following = await get(page.body.next.slice(`${API_ORIGIN}/api/v1`.length), LD)
  expect([page.body.items.length, following.body.items.length, following.body.next]).toEqual([2, 1, undefined])
})

test('what has not changed is not sent again, in either form; what has is', async () => {
  const { document, at, get } = await desk()
  for (const path of [
    at,
    `${at}/documents`,
    `${at}/documents/${document.id}/text`,
    `${at}/documents/${document.id}/annotations`,
    `${at}/actors`,
    '/openapi.json',
  ])
    for (const accept of ['application/json', 'application/ld+json']) {
      const etag = (await get(path, { Accept: accept })).headers.get('etag') ?? ''
      expect((await get(path, { Accept: accept, 'If-None-Match': etag })).status, path).toBe(304)
      expect((await get(path, { Accept: accept, 'If-None-Match': '"other"' })).status).toBe(200)
    }
})

test('pages give everything once; since a time gives what changed', async () => {
  const { scope, document, at, get } = await desk()
  const ids = [document.id]
  for (let n = 0; n < 4; n++)
    ids.push((await tagDocument(db, scope, { text: `Text ${n}`, tags: [], updatedAt: new Date('2020-01-01') })).id)
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const { items, next } = (await get(`${at}/documents?limit=2${cursor && `&cursor=${cursor}`}`)).body
    seen.push(...items.map(({ id }: { id: string }) => id))
    if (next === null) break
    cursor = next
  }
  expect(seen.toSorted()).toEqual(ids.toSorted())
  const since = new Date(Date.now() + 60_000).toISOString()
  expect((await get(`${at}/documents?changedSince=${since}`)).body.items).toEqual([])
  expect((await get(`${at}/documents?changedSince=2020-01-02T00:00:00Z`)).body.items.length).toBeGreaterThan(0)
})

test('a written query finds excerpts by names; one that cannot be read says where', async () => {
  const { document, at, get } = await desk()
  const ask = (query: string) => get(`${at}/excerpts?${new URLSearchParams({ ask: query })}`)
  const ids = ({ body }: Awaited<ReturnType<typeof ask>>) => body.items.map(({ id }: { id: string }) => id)
  const [no, silent, yes] = document.annotationIds
  expect(ids(await ask('actor:Moscow as source'))).toEqual([no, yes])
  expect(ids(await ask('theme:Talks with stance opposes'))).toEqual([no])
  expect(ids(await ask('not actor:Moscow'))).toEqual([silent])
  expect(ids(await get(`${at}/excerpts?sort=recent`))).toHaveLength(3)
  const wrong = await ask('actor:Moskau')
  expect([wrong.status, wrong.body.errors[0].parameter, wrong.body.errors[0].detail]).toEqual([
    400,
    'ask',
    expect.stringContaining('6 to 12'),
  ])
})

test('an export is streamed as a file and recorded; a format that is none is not found', async () => {
  const { document, at, get } = await desk()
  const formats = (await get('/export-formats')).body.items
  expect(formats.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['csv', 'qdpx', 'jsonld']))
  const file = await get(`${at}/exports/csv?ask=theme:Talks`)
  expect(file.headers.get('content-disposition')).toContain('.csv')
  expect(file.headers.get('ratelimit')).toMatch(/^"person"/)
  const [no = '', silent = ''] = document.annotationIds
  expect(file.body).toContain(no)
  expect(file.body).not.toContain(silent)
  expect((await get(`${at}/exports/parchment`)).status).toBe(404)
  expect((await db.select().from(auditLog)).map(({ event }) => event)).toEqual(['exported'])
})
