import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CollabClient } from '#/components/collab/client.ts'
import { apiAnswers } from '#/db/schema/api.ts'
import type { Scope } from '#/db/scope.ts'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import { newId } from '#/lib/id.ts'
import { createExtraction } from '#/server/jobs/extract.ts'
import { type ApiCall, apiClient } from '#/tests/support/api-client.ts'
import { openRoom, openTab } from '#/tests/support/collab-client.ts'
import { signIn, startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeToken } from '#/tests/support/make-token.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'
import { until } from '#/tests/support/until.ts'

const database = testDatabase()
const { db } = database
const extraction = createExtraction()
const TEXT = 'Moscow said no.\nMoscow said yes.\nAnkara kept silent.'
const tabs: CollabClient[] = []
let server: TestCollab
let owner: Scope
let at: string

beforeEach(async () => {
  server = await startCollab(db)
  owner = (await makeWorkspace(db)).scope
  at = `/workspaces/${owner.workspaceId}`
})
afterEach(async () => {
  await Promise.all(tabs.splice(0).map((tab) => tab.destroy()))
  await server.stop()
})

/** The API as this member's program meets it. */
async function programOf({ userId }: Scope) {
  const { token } = await makeToken(db, userId)
  const call = apiClient(database, { collab: server.collab, extract: extraction.extract })
  return (method: string, path: string, more: ApiCall = {}) => call(method, at + path, { token, ...more })
}
const ifMatch = (told: { headers: Headers }) => ({ 'If-Match': told.headers.get('etag') ?? '' })

test('an annotation arrives in the page of whoever has the document open, in the name of the token’s person', async () => {
  const { user, scope: coder } = await makeMember(db, owner.workspaceId, 'coder')
  const document = await tagDocument(db, owner, { text: TEXT, tags: [] })
  const moscow = await makeActor(db, owner, { name: 'Moscow' })
  const talks = await makeTheme(db, owner, { name: 'Talks' })
  const { cookie } = await signIn(db, owner.userId)
  const tab = openTab(server, { user: { id: owner.userId, name: 'Maren' }, cookie })
  tabs.push(tab)
  const layer = await openRoom(tab, `layer/${document.layerId}`)
  const program = await programOf(coder)
  const body = {
    target: { exact: 'Moscow said', suffix: ' yes' },
    actors: [{ id: moscow, role: 'source' }],
    themes: [{ id: talks }],
    facts: { certainty: 'probable', date: '2017-03-14', place: { name: 'Geneva', point: { latitude: 46.2, longitude: 6.15 } } },
    memo: 'From a script.',
  }
  const made = await program('POST', `/documents/${document.id}/annotations`, { body })
  expect(made.body).toMatchObject({
    position: { start: 16, end: 27, startPoint: 16, endPoint: 27 },
    quote: { exact: 'Moscow said' },
    actors: [{ id: moscow, role: 'source' }],
    themes: [{ id: talks, stance: 'none' }],
    facts: {
      certainty: 'probable',
      date: '2017-03-14',
      place: { name: 'Geneva', point: { latitude: 46.2, longitude: 6.15 }, precision: null },
    },
    memo: 'From a script.',
    createdBy: { id: user.id },
  })
  await until('it arrived', () => readAnnotations(layer.doc).length === 1)
  expect(readAnnotations(layer.doc)[0]).toMatchObject({ id: made.body.id, by: user.id, quote: { exact: 'Moscow said' } })
  expect((await program('GET', made.headers.get('location')?.split(at)[1] ?? '')).body).toEqual(made.body)
})

test('a Web Annotation that was read is taken again and makes the same one', async () => {
  const moscow = await makeActor(db, owner, { name: 'Moscow' })
  const talks = await makeTheme(db, owner, { name: 'Talks' })
  const facts = { status: 'planned', date: '2017' }
  const tags = [
    {
      passage: 'Moscow said yes',
      actors: [{ actorId: moscow, role: 'recipient' as const }],
      themes: [{ themeId: talks, stance: 'mixed' as const }],
      facts,
      memo: 'So.',
    },
  ]
  const document = await tagDocument(db, owner, { text: `🕊️ ${TEXT}`, tags })
  const program = await programOf(owner)
  const ld = { Accept: 'application/ld+json', 'Content-Type': 'application/ld+json' }
  const all = `/documents/${document.id}/annotations`
  const first = (await program('GET', `${all}/${document.annotationIds[0]}`, { headers: ld })).body
  const second = (await program('POST', all, { body: first, headers: ld })).body
  expect(second.id).not.toBe(first.id)
  expect({ ...second, id: '', created: '', modified: '', creator: '', target: { ...second.target, state: '' } }).toEqual({
    ...first,
    id: '',
    created: '',
    modified: '',
    creator: '',
    target: { ...first.target, state: '' },
  })
  for (const wrong of [{}, { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation' }, { ...first, target: 'http://x.test/' }])
    expect((await program('POST', all, { body: wrong, headers: ld })).status).toBe(422)
})

test('what cannot be annotated is refused with the place in the body, and nothing is written', async () => {
  const document = await tagDocument(db, owner, { text: TEXT, tags: [] })
  const program = await programOf(owner)
  const post = async (body: object) => {
    const { status, body: told } = await program('POST', `/documents/${document.id}/annotations`, { body })
    return [status, told.errors?.[0]?.pointer]
  }
  const target = { start: 0, end: 6 }
  expect(await post({ target: { exact: 'Moscow' } })).toEqual([422, '/target'])
  expect(await post({ target: { start: 0, end: 6, exact: 'Ankara' } })).toEqual([422, '/target'])
  expect(await post({ target: { start: 0, end: 999 } })).toEqual([422, '/target'])
  expect(await post({ target, actors: [{ id: newId(), role: 'source' }] })).toEqual([422, '/actors/0/id'])
  expect(await post({ target, themes: [{ id: newId() }] })).toEqual([422, '/themes/0/id'])
  expect(await post({ target, facts: { date: 'March 2017' } })).toEqual([422, '/facts/date'])
  expect(await post({ target, facts: { reportedBy: [{ actorId: newId() }] } })).toEqual([422, '/facts/reportedBy/0/actorId'])
  expect(await post({ target, colour: 'red' })).toEqual([422, ''])
  expect((await program('GET', `/documents/${document.id}/annotations`)).body.items).toEqual([])
})

test('what is given takes the place of what was, and only of what has been seen', async () => {
  const moscow = await makeActor(db, owner, { name: 'Moscow' })
  const ankara = await makeActor(db, owner, { name: 'Ankara' })
  const talks = await makeTheme(db, owner, { name: 'Talks' })
  const actors = [{ actorId: moscow, role: 'source' as const }]
  const document = await tagDocument(db, owner, { text: TEXT, tags: [{ passage: 'Moscow said no', actors, memo: 'Mine.' }] })
  const program = await programOf(owner)
  const path = `/documents/${document.id}/annotations/${document.annotationIds[0]}`
  const seen = await program('GET', path)
  const change = { actors: [{ id: ankara, role: 'recipient' }], themes: [{ id: talks, stance: 'supports' }], facts: { status: 'planned' } }
  const changed = await program('PATCH', path, { body: change, headers: ifMatch(seen) })
  expect(changed.body).toMatchObject({
    actors: [{ id: ankara, role: 'recipient' }],
    themes: [{ id: talks, stance: 'supports' }],
    memo: 'Mine.',
  })
  expect((await program('PATCH', path, { body: { memo: 'Late.' }, headers: ifMatch(seen) })).status).toBe(412)
  expect((await program('DELETE', path, { headers: ifMatch(seen) })).status).toBe(412)
  const again = await program('PATCH', path, {
    body: { themes: [{ id: talks, stance: 'opposes' }], facts: { status: null } },
    headers: ifMatch(changed),
  })
  expect(again.body).toMatchObject({ themes: [{ stance: 'opposes' }], facts: { status: null }, actors: [{ id: ankara }] })
  expect((await program('DELETE', path, { headers: ifMatch(again) })).status).toBe(204)
  expect((await program('GET', path)).status).toBe(404)
})

test('a coder changes only what is theirs, and a change that goes too far changes nothing', async () => {
  const { scope: coder } = await makeMember(db, owner.workspaceId, 'coder')
  const moscow = await makeActor(db, owner, { name: 'Moscow' })
  const ankara = await makeActor(db, owner, { name: 'Ankara' })
  const talks = await makeTheme(db, owner, { name: 'Talks' })
  const tags = [
    {
      passage: 'Moscow said no',
      actors: [{ actorId: moscow, role: 'source' as const }],
      themes: [{ themeId: talks, stance: 'opposes' as const }],
    },
  ]
  const document = await tagDocument(db, owner, { text: TEXT, tags })
  const program = await programOf(coder)
  const path = `/documents/${document.id}/annotations/${document.annotationIds[0]}`
  const both = [
    { id: moscow, role: 'source' },
    { id: ankara, role: 'recipient' },
  ]
  const added = await program('PATCH', path, { body: { actors: both } })
  expect(added.status).toBe(200)
  for (const body of [
    { actors: [] },
    { actors: [{ id: ankara, role: 'recipient' }], memo: 'Both or none.' },
    { themes: [{ id: talks, stance: 'supports' }] },
    { facts: { status: 'negated' } },
  ])
    expect((await program('PATCH', path, { body })).status, JSON.stringify(body)).toBe(403)
  expect((await program('DELETE', path)).status).toBe(403)
  expect((await program('GET', path)).body).toEqual(added.body)
  expect((await program('PATCH', path, { body: { actors: [both[0]] } })).body.actors).toHaveLength(1)
})

test('a document is read as an uploaded one is, and its facts change only when they are what was seen', async () => {
  const program = await programOf(owner)
  const body = { text: '# The talks\n\nMoscow said *no*.', format: 'md', outlet: 'The paper', publishedOn: '2017-03-14' }
  const made = await program('POST', '/documents', { body })
  expect(made.body.document).toMatchObject({ title: 'The talks', outlet: 'The paper', publishedOn: '2017-03-14' })
  const { id } = made.body.document
  expect((await program('GET', `/documents/${id}/text`)).body).toContain('Moscow said no.')
  const plain = await program('POST', '/documents', { body: { text: 'First words here.\nAnd more.' } })
  expect(plain.body.document.title).toBe('First words here.')
  const seen = await program('GET', `/documents/${id}`)
  const changed = await program('PATCH', `/documents/${id}`, { body: { title: 'New title' }, headers: ifMatch(seen) })
  expect(changed.body).toMatchObject({ title: 'New title', outlet: 'The paper' })
  expect((await program('PATCH', `/documents/${id}`, { body: { title: 'Later' }, headers: ifMatch(seen) })).status).toBe(412)
  expect((await program('PATCH', `/documents/${id}`, { body: { url: 'javascript:1' } })).status).toBe(422)
  expect((await program('POST', '/documents', { body: { text: '   ' } })).status).toBe(422)
})

test('actors and themes are added, found, changed and told apart', async () => {
  const program = await programOf(owner)
  const made = await program('POST', '/actors', { body: { name: 'Ankara', kind: 'state', aliases: [{ name: 'Анкара', language: 'ru' }] } })
  expect(made.body).toMatchObject({ name: 'Ankara', aliases: [{ name: 'Анкара', language: 'ru' }], state: 'live' })
  const same = await program('POST', '/actors', { body: { name: 'ankara' } })
  expect([same.status, same.body.errors[0]]).toEqual([409, { detail: expect.stringContaining(made.body.id), pointer: '/name' }])
  expect((await program('POST', '/actors', { body: { name: 'X', parentId: newId() } })).body.errors[0].pointer).toBe('/parentId')
  const theme = await program('POST', '/themes', { body: { name: 'Talks', definition: 'When they talk.' } })
  const changed = await program('PATCH', `/themes/${theme.body.id}`, { body: { name: 'Negotiations' }, headers: ifMatch(theme) })
  expect(changed.body).toEqual({ ...theme.body, name: 'Negotiations' })
  expect((await program('PATCH', `/themes/${theme.body.id}`, { body: { name: 'Late' }, headers: ifMatch(theme) })).status).toBe(412)
  const renamed = await program('PATCH', `/actors/${made.body.id}`, { body: { name: 'Turkey' } })
  expect((await program('GET', '/actors')).body).toEqual({ items: [renamed.body], next: null })
  const { scope: coder } = await makeMember(db, owner.workspaceId, 'coder')
  const proposed = await (await programOf(coder))('POST', '/actors', { body: { name: 'Tehran' } })
  expect(proposed.body.state).toBe('proposed')
})

test('a request with a key is done once, however often it comes, and its key is good for no other', async () => {
  const document = await tagDocument(db, owner, { text: TEXT, tags: [] })
  const program = await programOf(owner)
  const all = `/documents/${document.id}/annotations`
  const headers = { 'Idempotency-Key': 'one' }
  const body = { target: { start: 0, end: 6 } }
  const first = await program('POST', all, { body, headers })
  const second = await program('POST', all, { body, headers })
  expect([second.status, second.body, second.headers.get('idempotent-replayed')]).toEqual([201, first.body, 'true'])
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
  expect((await program('POST', all, { body: { target: { start: 7, end: 11 } }, headers })).status).toBe(422)
  // A copy of the database does not give the answer away.
  const [kept] = await db.select().from(apiAnswers)
  expect(kept?.body).not.toContain('Moscow')
  // What was refused did nothing: it is mended and sent again.
  const later = { 'Idempotency-Key': 'two' }
  expect((await program('POST', all, { body: { target: { start: 0, end: 999 } }, headers: later })).status).toBe(422)
  expect((await program('POST', all, { body: { target: { start: 7, end: 11 } }, headers: later })).status).toBe(201)
  const both = await Promise.all(
    [1, 2].map(() => program('POST', all, { body: { target: { start: 33, end: 39 } }, headers: { 'Idempotency-Key': 'three' } })),
  )
  expect(both.map(({ status }) => status).toSorted()).toSatisfy(([a, b]: number[]) => a === 201 && (b === 201 || b === 409))
  expect((await program('GET', all)).body.items).toHaveLength(3)
})

test('a request that a stop of the server cut off says so for five minutes, and is then done', async () => {
  const document = await tagDocument(db, owner, { text: TEXT, tags: [] })
  const all = `/documents/${document.id}/annotations`
  let now = Date.now()
  const { token } = await makeToken(db, owner.userId)
  // The first request is cut off where it would write: it never ends.
  const reached = Promise.withResolvers<void>()
  const amend: typeof server.collab.amend = () => {
    reached.resolve()
    return new Promise(() => {})
  }
  const cutOff = apiClient(database, { collab: { ...server.collab, amend }, now: () => now })
  const call = apiClient(database, { collab: server.collab, now: () => now })
  const send = (by: typeof call) =>
    by('POST', at + all, { token, body: { target: { start: 0, end: 6 } }, headers: { 'Idempotency-Key': 'cut off' } })
  void send(cutOff)
  await reached.promise
  const refused = await send(call)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([409, '30'])
  now += 6 * 60_000
  expect((await send(call)).status).toBe(201)
  expect((await call('GET', at + all, { token })).body.items).toHaveLength(1)
})
