import { expect, test } from 'vitest'
import { apiTokens } from '#/db/schema/api.ts'
import { can, MEMBER_ROLES } from '#/lib/access/roles.ts'
import { matchOperation } from '#/lib/api/match-operation.ts'
import type { Operation } from '#/lib/api/operation.ts'
import { OPERATIONS } from '#/lib/api/operations.ts'
import { RateLimit } from '#/lib/api/rate-limit.ts'
import { newId } from '#/lib/id.ts'
import { createApiLimits } from '#/server/api/api-limits.ts'
import { removeMember } from '#/server/usecases/remove-member.ts'
import { apiClient } from '#/tests/support/api-client.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeToken } from '#/tests/support/make-token.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const database = testDatabase()
const { db } = database
const collab = { ...recordingCollab().collab, amend: () => Promise.reject(new Error('Nothing may be written in this test')) }

/** The address of an operation with ids of things that are there, as far as they are. */
function fill(path: string, values: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? (name === 'format' ? 'csv' : newId()))
}
const GUARDED = OPERATIONS.filter((operation) => operation.scope !== null)
const IN_WORKSPACE = (OPERATIONS as readonly Operation[]).filter(({ path }) => path.includes('{workspaceId}'))

test('nothing but the OpenAPI document is answered without a token that is good', async () => {
  const call = apiClient(database, {
    collab,
    limits: { ...createApiLimits(), stranger: new RateLimit({ name: 's', quota: 10_000, windowS: 60 }) },
  })
  const { owner, scope } = await makeWorkspace(db)
  const expired = await makeToken(db, owner.id, { expiresAt: new Date(Date.now() - 1000) })
  const revoked = await makeToken(db, owner.id)
  await db.update(apiTokens).set({ revokedAt: new Date() })
  for (const operation of GUARDED)
    for (const token of [undefined, 'x', `ilt_${'A'.repeat(43)}`, expired.token, revoked.token]) {
      const { status, headers } = await call(operation.method, fill(operation.path, { workspaceId: scope.workspaceId }), {
        ...(token && { token }),
      })
      expect(status, `${operation.id} with ${token}`).toBe(401)
      expect(headers.get('www-authenticate')).toContain('Bearer')
    }
  expect((await call('GET', '/nowhere')).status).toBe(401)
  expect((await call('GET', '/openapi.json')).body).toMatchObject({ openapi: '3.1.0' })
})

test('a token without the scope is refused, whatever its person may do', async () => {
  const call = apiClient(database, { collab })
  const { owner, scope } = await makeWorkspace(db)
  const scopes = { read: ['write', 'export'], write: ['read', 'export'], export: ['read', 'write'] } as const
  for (const operation of GUARDED) {
    const { token } = await makeToken(db, owner.id, { scopes: [...scopes[operation.scope]] })
    const told = await call(operation.method, fill(operation.path, { workspaceId: scope.workspaceId }), { token })
    expect(told.status, operation.id).toBe(403)
  }
})

test('strangers and former members hear that nothing is there, at every address', async () => {
  const call = apiClient(database, { collab })
  const { scope } = await makeWorkspace(db)
  const { id: documentId } = await makeLiveDocument(db, scope)
  const { user: former } = await makeMember(db, scope.workspaceId, 'editor')
  const left = await makeToken(db, former.id)
  expect((await call('GET', `/workspaces/${scope.workspaceId}`, left)).status).toBe(200)
  await removeMember(scope, former.id, { db, collab: { ...collab, closeUser: () => 0 } })
  for (const { token } of [await makeToken(db, (await makeUser(db)).id), left])
    for (const operation of IN_WORKSPACE) {
      const here = await call(operation.method, fill(operation.path, { workspaceId: scope.workspaceId, documentId }), { token })
      const nowhere = await call(operation.method, fill(operation.path, { workspaceId: newId(), documentId }), { token })
      expect([here.status, here.body], operation.id).toEqual([404, nowhere.body])
    }
})

test('each role gets as far as the table of rights says', async () => {
  const call = apiClient(database, { collab })
  const { scope } = await makeWorkspace(db)
  for (const role of MEMBER_ROLES) {
    const { user } = await makeMember(db, scope.workspaceId, role)
    const { token } = await makeToken(db, user.id)
    for (const operation of IN_WORKSPACE) {
      const { status } = await call(operation.method, fill(operation.path, { workspaceId: scope.workspaceId }), { token })
      expect(status === 403, `${operation.id} as ${role} answered ${status}`).toBe(!can(role, operation.permission ?? 'read'))
    }
  }
})

/** A body that an operation takes, or none. */
const BODIES: Readonly<Record<string, object>> = {
  createAnnotation: { target: { start: 0, end: 3 } },
  updateAnnotation: { memo: 'Mine now' },
  updateDocument: { title: 'Mine now' },
  updateActor: { name: 'Mine now' },
  updateTheme: { name: 'Mine now' },
  updateWebhook: { active: false },
}

test('what belongs to another workspace is neither found nor changed through one’s own', async () => {
  const call = apiClient(database, { collab })
  const here = await makeWorkspace(db)
  const there = await makeWorkspace(db, { owner: await makeUser(db) })
  const tags = [{ passage: 'Moscow' }]
  const { id: documentId, annotationIds } = await tagDocument(db, here.scope, { text: 'Moscow said no.', tags })
  const actorId = await makeActor(db, here.scope, { name: 'Moscow' })
  const themeId = await makeTheme(db, here.scope, { name: 'Talks' })
  const { token: theirs } = await makeToken(db, here.owner.id)
  const hook = { url: 'https://hooks.test/in', events: ['codebook.changed'] }
  const made = await call('POST', `/workspaces/${here.scope.workspaceId}/webhooks`, { token: theirs, body: hook })
  const webhookId = made.body.webhook.id as string
  const ids = { documentId, annotationId: annotationIds[0] ?? '', actorId, themeId, webhookId }
  const { token } = await makeToken(db, there.owner.id)
  const visit = ({ id, method, path }: Operation, workspaceId: string) =>
    call(method, fill(path, { workspaceId, ...ids }), { token: workspaceId === here.scope.workspaceId ? theirs : token, body: BODIES[id] })
  const named = IN_WORKSPACE.filter(({ path }) => Object.keys(ids).some((name) => path.includes(`{${name}}`)))
  expect(named.length).toBeGreaterThan(15)
  for (const operation of named) expect((await visit(operation, there.scope.workspaceId)).status, operation.id).toBe(404)
  // It is there for who belongs to it.
  for (const operation of named.filter(({ method }) => method === 'GET'))
    expect((await visit(operation, here.scope.workspaceId)).status, operation.id).toBe(200)

  const mine = await tagDocument(db, there.scope, { text: 'Ankara said yes.', tags: [] })
  const at = `/workspaces/${there.scope.workspaceId}`
  for (const [path, body] of [
    [`/documents/${mine.id}/annotations`, { target: { start: 0, end: 6 }, actors: [{ id: actorId, role: 'source' }] }],
    [`/documents/${mine.id}/annotations`, { target: { start: 0, end: 6 }, themes: [{ id: themeId }] }],
    [`/documents/${mine.id}/annotations`, { target: { start: 0, end: 6 }, facts: { reportedBy: [{ actorId }] } }],
    ['/actors', { name: 'A part', parentId: actorId }],
    ['/themes', { name: 'A part', parentId: themeId }],
  ] as const)
    expect((await call('POST', at + path, { token, body })).status, JSON.stringify(body)).toBe(422)
})

test('an allowance that is used up says when to come back', async () => {
  const limits = { ...createApiLimits(), person: new RateLimit({ name: 'person', quota: 2, windowS: 60 }) }
  const call = apiClient(database, { collab, limits, now: () => 1_000_000 })
  const user = await makeUser(db)
  const [{ token }, { token: another }] = [await makeToken(db, user.id), await makeToken(db, user.id)]
  expect((await call('GET', '/me', { token })).headers.get('ratelimit')).toBe('"person";r=1;t=30')
  await call('GET', '/me', { token: another })
  const { status, headers } = await call('GET', '/me', { token })
  expect([status, headers.get('retry-after'), headers.get('ratelimit-policy')]).toEqual([429, '30', '"person";q=2;w=60'])
})

test('who tries tokens that are none has to wait', async () => {
  const limits = { ...createApiLimits(), stranger: new RateLimit({ name: 'stranger', quota: 2, windowS: 60 }) }
  const call = apiClient(database, { collab, limits })
  const answers = []
  for (let n = 0; n < 3; n++) answers.push((await call('GET', '/me', { token: 'guess' })).status)
  expect(answers).toEqual([401, 401, 429])
})

test('a wrong method, address, parameter, type or body is told as a problem that says where', async () => {
  const call = apiClient(database, { collab })
  const { owner, scope } = await makeWorkspace(db)
  const { token } = await makeToken(db, owner.id)
  const at = `/workspaces/${scope.workspaceId}`
  expect((await call('DELETE', '/me', { token })).headers.get('allow')).toBe('GET')
  expect((await call('GET', '/me/', { token })).status).toBe(404)
  expect((await call('GET', `${at}/documents/not-an-id`, { token })).status).toBe(404)
  expect((await call('GET', `${at}/documents?limit=201`, { token })).body.errors).toMatchObject([{ parameter: 'limit' }])
  expect((await call('GET', `${at}/documents?limt=2`, { token })).body.errors).toMatchObject([{ parameter: 'limt' }])
  expect((await call('GET', `${at}/documents?cursor=x`, { token })).body.errors).toMatchObject([{ parameter: 'cursor' }])
  const wrong = { name: 'Ankara', color: 3, aliases: [{ name: '' }] }
  expect((await call('POST', `${at}/actors`, { token, body: wrong })).body.errors).toContainEqual(
    expect.objectContaining({ pointer: '/aliases/0/name' }),
  )
  expect((await call('POST', `${at}/actors`, { token, body: '{' })).status).toBe(400)
  expect((await call('POST', `${at}/actors`, { token, body: '{"name":"a\\u0000"}' })).status).toBe(400)
  const typed = await call('POST', `${at}/actors`, { token, body: 'name=x', headers: { 'Content-Type': 'text/plain' } })
  expect([typed.status, typed.headers.get('accept-post')]).toEqual([415, 'application/json'])
  expect((await call('POST', `${at}/actors`, { token, body: { name: 'x'.repeat(2_000_000) } })).status).toBe(413)
})

test('every operation is found at its own address and nowhere else', () => {
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length)
  for (const operation of OPERATIONS) {
    const matched = matchOperation(operation.method, fill(operation.path, {}))
    expect(matched.found === 'operation' && matched.operation.id).toBe(operation.id)
    expect(matchOperation('PUT', fill(operation.path, {}))).toMatchObject({ found: 'path' })
  }
})
