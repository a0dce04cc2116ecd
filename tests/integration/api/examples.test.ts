import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text as textOf } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { printSecret, signedHeaders } from '#/lib/api/webhook.ts'
import { answerApi } from '#/server/api/answer-api.ts'
import type { ApiDeps } from '#/server/api/api-deps.ts'
import { apiClient, apiDeps } from '#/tests/support/api-client.ts'
import { startCollab, type TestCollab } from '#/tests/support/collab-server.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeToken } from '#/tests/support/make-token.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const database = testDatabase()
const { db } = database
const GUIDE = readFileSync(join(import.meta.dirname, '../../../docs/api.md'), 'utf8')
const examples = (language: string) =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code)

let collab: TestCollab
let server: Server
let folder: string
beforeEach(async () => {
  collab = await startCollab(db)
  folder = mkdtempSync(join(tmpdir(), 'interline-examples-'))
})
afterEach(async () => {
  server?.close()
  await collab.stop()
  rmSync(folder, { recursive: true })
})

/** The API at an address of its own, as curl meets it. */
async function listen(deps: ApiDeps): Promise<string> {
  server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const body = await buffer(request)
    const asked = new Request(`http://127.0.0.1${url}`, {
      method,
      headers: headers as Record<string, string>,
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    })
    const answer = await answerApi(asked, deps)
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('the examples for a shell do what the guide says', { timeout: 60_000 }, async (context) => {
  context.skip(spawnSync('curl', ['-V']).status !== 0, 'there is no curl on this machine')
  const { scope } = await makeWorkspace(db)
  const ankara = await makeActor(db, scope, { name: 'Ankara' })
  const talks = await makeTheme(db, scope, { name: 'Talks' })
  const words = 'The Pentagon said the hotline with Russia is open. 🕊 Ankara agreed.'
  const tags = [{ passage: 'Ankara agreed', actors: [{ actorId: ankara, role: 'source' as const }] }]
  const document = await tagDocument(db, scope, { text: words, tags })
  const { token } = await makeToken(db, scope.userId)
  const host = await listen(apiDeps(database, { collab: collab.collab }))
  // An answer that is a problem ends the example.
  writeFileSync(join(folder, '.curlrc'), 'silent\nshow-error\nfail-with-body\n')
  const script = examples('sh').join('\necho\n').replace('ilt_...', token).replace('http://127.0.0.1:3000', host)
  const shell = spawn('sh', ['-euc', script], {
    cwd: folder,
    env: {
      ...process.env,
      CURL_HOME: folder,
      W: scope.workspaceId,
      D: document.id,
      ACTOR: ankara,
      THEME: talks,
    },
  })
  const [said, complaints, [code]] = await Promise.all([textOf(shell.stdout), textOf(shell.stderr), once(shell, 'exit')])
  expect({ complaints, code }, said).toMatchObject({ complaints: '', code: 0 })

  const [project = ''] = readdirSync(folder).filter((name) => name.endsWith('.qdpx'))
  expect(readFileSync(join(folder, project)).subarray(0, 2).toString()).toBe('PK')
  const call = apiClient(database, { collab: collab.collab })
  const at = `/workspaces/${scope.workspaceId}/documents/${document.id}`
  expect((await call('GET', at, { token })).body).toMatchObject({ outlet: 'Interfax', publishedOn: '2017-03-14' })
  expect((await call('GET', `${at}/annotations`, { token })).body.items).toMatchObject([
    {
      quote: { exact: 'the hotline with Russia is open' },
      actors: [{ name: 'Ankara', role: 'source' }],
      themes: [{ path: ['Talks'], stance: 'supports' }],
      facts: { status: 'asserted', date: '2017-03' },
    },
    { quote: { exact: 'Ankara agreed' } },
  ])
})

test('the example for receivers takes what is signed, and neither another body nor what is old', (context) => {
  context.skip(spawnSync('python3', ['-V']).status !== 0, 'there is no Python on this machine')
  const key = Buffer.alloc(32, 7)
  const body = '{"type":"ping","data":{"title":"Переговоры"}}'
  const atS = Math.floor(Date.now() / 1000)
  const old = signedHeaders(key, { id: 'one', atS: atS - 400, body })
  const now = signedHeaders(key, { id: 'one', atS, body })
  const cases = [
    [now, body],
    [now, `${body} `],
    [{ ...now, 'webhook-id': 'two' }, body],
    [old, body],
  ]
  const asked = `import json, sys\nfor headers, body in json.load(sys.stdin): print(is_ours(${JSON.stringify(printSecret(key))}, headers, body.encode()))`
  const { stdout, stderr } = spawnSync('python3', ['-c', `${examples('python').join('\n')}\n${asked}`], {
    input: JSON.stringify(cases),
    encoding: 'utf8',
  })
  expect([stderr, stdout.trim().split('\n')]).toEqual(['', ['True', 'False', 'False', 'False']])
})
