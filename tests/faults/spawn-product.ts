import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openDatabase } from '#/db/client.ts'
import type { ProcessStarted } from '#/tests/support/collab-process.ts'
import { signIn } from '#/tests/support/collab-server.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import type { SpawnedCollab } from '#/tests/support/spawn-collab.ts'
import { startProduct } from '#/tests/support/start-product.ts'

/** Whether there is a production build to start. */
export function isBuilt(): boolean {
  return existsSync(join(import.meta.dirname, '../../.next/BUILD_ID'))
}

/** Starts the whole product on a PostgreSQL server, as `spawnCollab` does with the collaboration server alone. */
export async function spawnProduct({ url, dataDir, port }: { url: string; dataDir: string; port: number }): Promise<SpawnedCollab> {
  const origin = `http://127.0.0.1:${port}`
  const env = { DATABASE_URL: url, NEXTAUTH_URL: origin, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? '', SAMPLE: '0' }
  const product = await startProduct({ dataDir, port, env })
  let hasExited = false
  return {
    started: { url: `ws://127.0.0.1:${port}/collab`, origin, people: [] },
    pid: product.pid,
    exited: () => hasExited,
    log: product.log,
    ask: () => Promise.reject(new Error('The whole product takes no commands')),
    async end(signal) {
      hasExited = true
      if (signal === 'SIGTERM') return product.stop()
      await product.kill()
      return null
    },
  }
}

/** A workspace with so many editors who are signed in. */
export async function makePeople({ db }: Database, editors: number): Promise<Pick<ProcessStarted, 'workspaceId' | 'people'>> {
  const { scope } = await makeWorkspace(db)
  const people: ProcessStarted['people'] = []
  for (let i = 0; i < editors; i++) {
    const { user } = await makeMember(db, scope.workspaceId, 'editor')
    people.push({ user, cookie: (await signIn(db, user.id)).cookie })
  }
  return { workspaceId: scope.workspaceId, people }
}

/** Does something with a PostgreSQL database beside the product. */
export async function withDatabase<T>(url: string, use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ url, migrate: false })
  try {
    return await use(database)
  } finally {
    await database.close()
  }
}
