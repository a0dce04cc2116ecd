import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Somebody who notices: an address that counts who comes, and a file whose words must not turn up anywhere. */
export interface Canary {
  /** http: address of something that nobody should fetch. */
  url: string
  /** file: address of something that nobody should read. */
  file: string
  secret: string
  requests(): number
  stop(): void
}

export async function startCanary(): Promise<Canary> {
  let requests = 0
  const server = createServer((_request, response) => {
    requests++
    response.end('<!ENTITY stolen "stolen">')
  })
  server.on('connection', () => requests++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const folder = mkdtempSync(join(tmpdir(), 'interline-canary-'))
  const secret = 'CANARY-7f1d'
  writeFileSync(join(folder, 'secret.png'), secret)
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    file: `file://${join(folder, 'secret.png')}`,
    secret,
    requests: () => requests,
    stop() {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
