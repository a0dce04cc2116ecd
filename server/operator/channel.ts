import { chmodSync, mkdirSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { dirname } from 'node:path'
import { text } from 'node:stream/consumers'
import { t } from '#/lib/message/t.ts'
import { log } from '#/server/log.ts'
import { askServer } from './ask-server.ts'
import type { Command, CommandAnswer, OperatorDeps } from './command.ts'
import { COMMANDS } from './commands.ts'
import { socketPath } from './socket-path.ts'

/** Scripts and server come together, so they only disagree between an upgrade and a restart. */
const OTHER_VERSION: CommandAnswer<never> = {
  ok: false,
  message: 'The running server does not know this command: it was started before the upgrade. Restart it.',
}

export interface OperatorChannel {
  /** Refuses new commands, waits for none. */
  stop(): Promise<void>
}

/**
 * Listens for the operator's scripts on a Unix socket in the data directory that only the installation's own user can open:
 * the embedded database belongs to this process, so backups and repairs go through it while people work. HTTP, one POST
 * per command, JSON both ways.
 *
 * @returns null when no socket can be made there; the product runs on without
 */
export async function startOperatorChannel(deps: OperatorDeps): Promise<OperatorChannel | null> {
  const path = socketPath(deps.dataDir)
  if (!path) {
    log.warn('operator.no-socket', { reason: 'the path of DATA_DIR is too long for a socket' })
    return null
  }
  // Left behind by a process that was killed; one that answers belongs to another server on the same folder.
  const other = await askServer(deps.dataDir, 'status', {}).catch(() => null)
  if (other) {
    log.warn('operator.no-socket', { reason: 'another process listens there', pid: other.ok ? other.pid : null })
    return null
  }
  const server = createServer((request, response) => {
    answer(request, response, deps).catch((error) => {
      log.error('operator.failed', error)
      response.writeHead(500).end(JSON.stringify({ ok: false, message: t('The command failed. The log of the server says why.') }))
    })
  })
  // Commands may take minutes.
  server.requestTimeout = 0
  try {
    // The folder keeps others out from the first moment, the socket's own mode is only set afterwards.
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    chmodSync(dirname(path), 0o700)
    rmSync(path, { force: true })
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
    chmodSync(path, 0o600)
  } catch (error) {
    log.error('operator.no-socket', error)
    return null
  }
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, deps: OperatorDeps): Promise<void> {
  const name = request.url?.slice(1) ?? ''
  const command = Object.hasOwn(COMMANDS, name) ? (COMMANDS[name as keyof typeof COMMANDS] as Command<unknown, object>) : null
  const input = command?.input.safeParse(jsonOf(await text(request)))
  const reply = (status: number, answer: CommandAnswer<object>) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
  if (request.method !== 'POST' || !command || !input?.success) reply(400, OTHER_VERSION)
  else reply(200, await command.run(input.data, deps))
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
