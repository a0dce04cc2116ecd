// A collaboration server in a process of its own. Argument: JSON of `ServerOptions`; prints `STARTED` and JSON of
// `ServerStarted`, then a line `COMMIT <ms>` for each commit it timed beside the load. Ends with its standard input.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { crc32 } from 'node:zlib'
import { Hocuspocus } from '@hocuspocus/server'
import { WebSocketServer } from 'ws'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { openDatabase } from '#/db/client.ts'
import { appendRoomUpdates } from '#/db/queries/room-log.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { newId } from '#/lib/id.ts'
import { createTextDoc } from '#/lib/text/flat.ts'
import { seedRoom } from '#/server/collab/room-log.ts'
import { signIn, startCollab } from '#/tests/support/collab-server.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

export interface ServerOptions {
  /** `bare`: Hocuspocus without checks, log or database. */
  kind: 'bare' | 'embedded' | 'postgres'
  /** How many people will type, each in a paragraph of their own. */
  people: number
  /** Statements in the shared layer, which is then the room. */
  statements?: number
  /** Folder for the embedded database. */
  dataDir: string
  /** Database for `postgres`. */
  url: string
}

export interface ServerStarted {
  url: string
  origin: string
  room: string
  cookies: string[]
}

const PROBE_COMMIT_EVERY_MS = 100
const options = JSON.parse(process.argv[2] ?? '{}') as ServerOptions
const paragraphs = Array.from({ length: options.people }, (_, at) => ({
  type: 'paragraph' as const,
  spans: [{ text: `Paragraph ${at} of a briefing that many people write at once. ` }],
}))

async function startBare(): Promise<ServerStarted> {
  const state = encodeStateAsUpdate(createTextDoc(paragraphs))
  const hocuspocus = new Hocuspocus({ quiet: true, onLoadDocument: async () => state })
  const sockets = new WebSocketServer({ noServer: true })
  const server = createServer()
  server.on('upgrade', (request, socket, head) =>
    sockets.handleUpgrade(request, socket, head, (ws) => {
      const client = hocuspocus.handleConnection(ws as never, new Request('http://127.0.0.1/collab'))
      ws.binaryType = 'arraybuffer'
      ws.on('message', (data) => client.handleMessage(new Uint8Array(data as ArrayBuffer)))
      ws.on('close', (code, reason) => client.handleClose({ code, reason: reason.toString() }))
    }),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/collab`
  return { url, origin: 'http://127.0.0.1', room: 'text/bench', cookies: Array.from({ length: options.people }, () => '') }
}

async function startDurable(): Promise<ServerStarted> {
  const { db } = await openDatabase(options.kind === 'postgres' ? { url: options.url } : { dataDir: options.dataDir })
  const { scope } = await makeWorkspace(db)
  const { workspaceId } = scope
  const document = await makeDocument(db, scope)
  const room = `text/${document.id}`
  await seedRoom(db, { room, workspaceId, userId: null }, createTextDoc(paragraphs))
  const layer = `layer/${document.layerId}`
  if (options.statements) await seedRoom(db, { room: layer, workspaceId, userId: null }, layerWith(options.statements, scope.userId))
  const cookies: string[] = []
  for (let i = 0; i < options.people; i++) {
    const { user } = await makeMember(db, workspaceId, 'editor')
    cookies.push((await signIn(db, user.id)).cookie)
  }
  const { url, origin } = await startCollab(db)
  const bytes = new Uint8Array([0, 0])
  const row = { room: `text/${newId()}`, workspaceId, userId: null, bytes, crc32: crc32(bytes), claims: [] }
  setInterval(async () => {
    const start = performance.now()
    await appendRoomUpdates(db, [row])
    process.stdout.write(`COMMIT ${(performance.now() - start).toFixed(3)}\n`)
  }, PROBE_COMMIT_EVERY_MS)
  return { url, origin, room: options.statements ? layer : room, cookies }
}

/** A layer with so many statements, each with an actor and a theme. */
function layerWith(statements: number, userId: string): Doc {
  const layer = new Doc()
  const actors = Array.from({ length: 50 }, () => newId())
  layer.transact(() => {
    for (let i = 0; i < statements; i++) {
      const quote = {
        exact: `words of statement ${i}`,
        prefix: 'what stands before it, as context',
        suffix: 'what stands after it, likewise',
      }
      const tags = {
        actors: [{ actorId: actors[i % 50] as string, role: 'source' as const }],
        themes: [{ themeId: newId(), stance: 'supports' as const }],
      }
      createAnnotation(layer, { userId, runs: [[1, i * 20, 20]], quote, ...tags }, 'bench')
    }
  })
  return layer
}

const started = await (options.kind === 'bare' ? startBare() : startDurable())
process.stdin.on('end', () => process.exit(0)).resume()
process.stdout.write(`STARTED ${JSON.stringify(started)}\n`)
