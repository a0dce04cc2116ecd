import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { webhookDeliveries, webhooks } from '#/db/schema/api.ts'
import { auditLog } from '#/db/schema/audit.ts'
import { documents } from '#/db/schema/documents.ts'
import { workspaces } from '#/db/schema/people.ts'
import type { Scope } from '#/db/scope.ts'
import { isSigned, MOST_TRIES } from '#/lib/api/webhook.ts'
import { createActor } from '#/server/usecases/create-actor.ts'
import { showSecret } from '#/server/usecases/edit-webhooks.ts'
import { collectOccasions } from '#/server/webhooks/collect-occasions.ts'
import { deliverDue } from '#/server/webhooks/deliver-due.ts'
import { sweepApi } from '#/server/webhooks/start-webhooks.ts'
import { type ApiCall, apiClient } from '#/tests/support/api-client.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeToken } from '#/tests/support/make-token.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { recordingCollab } from '#/tests/support/recording-collab.ts'

const database = testDatabase()
const { db } = database
const SECRET = 'a secret of tests alone'
const DAY_MS = 24 * 3600_000
const collab = { ...recordingCollab().collab, amend: () => Promise.reject(new Error('Nothing is written in this test')) }

interface Received {
  headers: Record<string, string | undefined>
  body: string
}
let receiver: Server
let received: Received[]
let answer: number
/** ms since 1970, as the server has it. */
let now: number
let owner: Scope
let at: string
let call: (method: string, path: string, more?: ApiCall) => ReturnType<ReturnType<typeof apiClient>>

beforeEach(async () => {
  received = []
  answer = 200
  now = Date.now()
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    received.push({ headers: request.headers as Received['headers'], body })
    response.writeHead(request.url === '/dead' ? 500 : answer).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  owner = (await makeWorkspace(db)).scope
  at = `/workspaces/${owner.workspaceId}/webhooks`
  const { token } = await makeToken(db, owner.userId)
  const ask = apiClient(database, { collab, secret: SECRET, now: () => now })
  call = (method, path, more) => ask(method, at + path, { token, ...more })
})
afterEach(() => {
  receiver.closeAllConnections()
  receiver.close()
})

/** A webhook that tells the receiver of this test, which no product would: it is on our own machine. */
async function makeHook(events = ['document.created', 'document.changed', 'document.deleted', 'codebook.changed'], path = '/in') {
  const { body } = await call('POST', '', { body: { url: 'https://hooks.test/in', events } })
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}${path}`
  await db.update(webhooks).set({ url }).where(eq(webhooks.id, body.webhook.id))
  return { id: body.webhook.id as string, secret: body.secret as string }
}

async function look(isAllowed: () => boolean = () => true) {
  await collectOccasions(db, now)
  await deliverDue({ db, secret: SECRET, now: () => now, options: { isAllowed } })
}
const told = () => received.map(({ body }) => JSON.parse(body).type)

test('what happens is told once, signed with the secret that was given', async () => {
  const { secret } = await makeHook()
  now += 1000
  const { id } = await makeDocument(db, owner, { title: 'A report' })
  await db.update(documents).set({ createdAt: new Date(now), updatedAt: new Date(now) })
  await look()
  await look()
  const [first] = received
  expect(told()).toEqual(['document.created'])
  expect(JSON.parse(first?.body ?? '')).toMatchObject({ workspaceId: owner.workspaceId, data: { documentId: id, title: 'A report' } })
  expect(isSigned(secret, first?.headers ?? {}, first?.body ?? '', { nowS: now / 1000 })).toBe(true)
  now += 1000
  await db.update(documents).set({ updatedAt: new Date(now) })
  await createActor(owner, { name: 'Ankara' }, { db: database.forWorkspace(owner.workspaceId), notify: () => {} })
  await look()
  now += 1000
  await db.update(documents).set({ deletedAt: new Date(now), updatedAt: new Date(now), deletedBy: owner.userId })
  await look()
  await look()
  expect(told()).toEqual(['document.created', 'document.changed', 'codebook.changed', 'document.deleted'])
})

test('a webhook hears only of its own workspace, of what it asked for, and of nothing from before it was made', async () => {
  await makeDocument(db, owner)
  now += 1000
  await makeHook(['document.created'])
  const { scope: elsewhere } = await makeWorkspace(db, { name: 'Elsewhere' })
  now += 1000
  await makeDocument(db, elsewhere)
  await db.update(documents).set({ updatedAt: new Date(now) })
  await look()
  expect(told()).toEqual([])
})

test('what is not taken is tried again under its id, later each time, and at last the webhook is switched off', async () => {
  const { id } = await makeHook()
  answer = 500
  await call('POST', `/${id}/pings`)
  const waits: number[] = []
  for (let n = 1; n < MOST_TRIES; n++) {
    await look()
    const [row] = await db.select().from(webhookDeliveries)
    expect(row).toMatchObject({ tries: n, answer: 500, problem: 'It answered 500.' })
    waits.push((row?.nextAt?.getTime() ?? 0) - now)
    await look()
    now = row?.nextAt?.getTime() ?? 0
  }
  expect(received).toHaveLength(MOST_TRIES - 1)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  await look()
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect((await call('GET', `/${id}`)).body).toMatchObject({ active: false, problem: expect.stringContaining('in vain') })
  expect((await call('GET', `/${id}/deliveries`)).body.items).toMatchObject([{ state: 'given-up', tries: MOST_TRIES, answer: 500 }])
  answer = 200
  now += 1000
  expect((await call('PATCH', `/${id}`, { body: { active: true } })).body).toMatchObject({ active: true, problem: null })
  await call('POST', `/${id}/pings`)
  await look()
  expect((await call('GET', `/${id}/deliveries`)).body.items[0]).toMatchObject({
    event: 'ping',
    state: 'delivered',
    answer: 200,
    problem: null,
  })
})

test('a receiver that says it is gone gets nothing more', async () => {
  const { id } = await makeHook()
  answer = 410
  await call('POST', `/${id}/pings`)
  await look()
  await call('POST', `/${id}/pings`)
  await look()
  expect(received).toHaveLength(1)
  expect((await call('GET', `/${id}`)).body).toMatchObject({ active: false, problem: expect.stringContaining('410') })
})

test('a receiver that takes nothing keeps no other waiting, and a workspace in the bin tells nothing', async () => {
  const dead = await makeHook(['document.created'], '/dead')
  for (let n = 0; n < 60; n++) await call('POST', `/${dead.id}/pings`)
  now += 1000
  const { id } = await makeHook()
  await call('POST', `/${id}/pings`)
  await db.update(workspaces).set({ deletedAt: new Date(now) })
  await look()
  expect(received).toEqual([])
  await db.update(workspaces).set({ deletedAt: null })
  await look()
  expect((await call('GET', `/${id}/deliveries`)).body.items).toMatchObject([{ state: 'delivered' }])
  expect(received).toHaveLength(2)
})

test('nothing is sent into our own network', async () => {
  const { id } = await makeHook()
  await call('POST', `/${id}/pings`)
  await deliverDue({ db, secret: SECRET, now: () => now })
  expect(received).toEqual([])
  expect((await call('GET', `/${id}/deliveries`)).body.items).toMatchObject([
    { state: 'waiting', answer: null, problem: expect.stringContaining('open Internet') },
  ])
  for (const url of ['http://hooks.test/in', 'ftp://hooks.test', 'https://', 'hooks.test'])
    expect((await call('POST', '', { body: { url, events: ['document.changed'] } })).status, url).toBe(422)
})

test('owners look after webhooks; the audit log knows of it, and the host, but not the rest of the address', async () => {
  const { id, secret } = await makeHook()
  const { user, scope: editor } = await makeMember(db, owner.workspaceId, 'editor')
  const { token } = await makeToken(db, user.id)
  expect((await call('GET', '', { token })).status).toBe(403)
  expect((await showSecret(editor, id, { db, secret: SECRET })).ok).toBe(false)
  expect(await showSecret(owner, id, { db, secret: SECRET })).toEqual({ ok: true, secret })
  const seen = await call('GET', `/${id}`)
  const headers = { 'If-Match': seen.headers.get('etag') ?? '' }
  const changed = await call('PATCH', `/${id}`, { body: { url: 'https://hooks.test/secret-path', active: false }, headers })
  expect(changed.body).toMatchObject({ url: 'https://hooks.test/secret-path', active: false, problem: null })
  expect((await call('DELETE', `/${id}`, { headers })).status).toBe(412)
  expect((await call('GET', '')).body.items).toEqual([changed.body])
  expect((await call('DELETE', `/${id}`)).status).toBe(204)
  expect((await call('GET', `/${id}`)).status).toBe(404)
  const rows = await db.select().from(auditLog)
  expect(rows.map(({ event }) => event)).toEqual(['webhook-added', 'webhook-secret-shown', 'webhook-changed', 'webhook-removed'])
  expect(JSON.stringify(rows)).not.toContain('secret-path')
})

test('the log of deliveries is forgotten after a month', async () => {
  const { id } = await makeHook()
  await call('POST', `/${id}/pings`)
  await sweepApi(db, now + 29 * DAY_MS)
  expect((await call('GET', `/${id}/deliveries`)).body.items).toHaveLength(1)
  await sweepApi(db, now + 31 * DAY_MS)
  expect((await call('GET', `/${id}/deliveries`)).body.items).toEqual([])
})
