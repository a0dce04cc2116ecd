import { expect, test } from 'vitest'
import { apiTokens } from '#/db/schema/api.ts'
import { can, MEMBER_ROLES } from '#/lib/access/roles.ts'
import { matchOperation } from '#/lib/api/match-operation.ts'
import type { Operation } from '#/lib/api/operation.ts'
import { OPERATIONS } from '#/lib/api/operations.ts'
import { RateLimit } from '#/lib/api/rate-limit.ts'
import { newId } from '#/lib/id.ts'
import { createApiLimits } from '#/server/api/api-limits.ts'
import { apiClient } from '#/tests/support/api-client.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeLiveDocument } from '#/tests/support/live-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeToken } from '#/tests/support/make-token.ts'
import { makeUser } from '#/tests/support/make-user.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

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
  const { token } = await makeToken(db, (await makeUser(db)).id)
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

test('what belongs to another workspace is not found through one’s own', async () => {
  const call = apiClient(database, { collab })
  const here = await makeWorkspace(db)
  const there = await makeWorkspace(db, { owner: await makeUser(db) })
  const { id: documentId } = await makeLiveDocument(db, here.scope)
  const { token } = await makeToken(db, there.owner.id)
  for (const path of ['', '/text', '/annotations', `/annotations/${newId()}`])
    expect((await call('GET', `/workspaces/${there.scope.workspaceId}/documents/${documentId}${path}`, { token })).status).toBe(404)
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
