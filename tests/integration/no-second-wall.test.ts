import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openDatabase } from '#/db/client.ts'
import { listDocuments } from '#/db/queries/documents.ts'
import { makeDocument } from '#/tests/support/make-document.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'

const server = process.env.TEST_DATABASE_URL

/** A database whose owner may make no roles and is none of the member role's. */
async function withPlainOwner(work: (url: string) => Promise<void>): Promise<void> {
  const name = `plain_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`create role ${name} login password '${name}'`)
  await admin.query(`create database ${name} owner ${name}`)
  try {
    await work(Object.assign(new URL(server as string), { pathname: `/${name}`, username: name, password: name }).href)
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.query(`drop role ${name}`)
    await admin.end()
  }
}

test.skipIf(!server)(
  'where the database user may make no roles the product works without the second wall, and says so',
  { timeout: 120_000 },
  async () => {
    await withPlainOwner(async (url) => {
      const database = await openDatabase({ url })
      try {
        expect(database.hasMemberWall).toBe(false)
        const { scope } = await makeWorkspace(database.db)
        const { id } = await makeDocument(database.db, scope)
        expect(await listDocuments(database.forWorkspace(scope.workspaceId), scope)).toMatchObject([{ id }])
      } finally {
        await database.close()
      }
    })
  },
)

test.skipIf(!server)('and has it from the next start on when an administrator made the role', { timeout: 120_000 }, async () => {
  await withPlainOwner(async (url) => {
    await (await openDatabase({ url })).close()
    const admin = new pg.Client({ connectionString: server })
    await admin.connect()
    await admin.query(`grant interline_member to ${new URL(url).username}`)
    await admin.end()
    const database = await openDatabase({ url })
    try {
      expect(database.hasMemberWall).toBe(true)
      const { scope } = await makeWorkspace(database.db)
      await makeDocument(database.db, scope)
      const other = await makeWorkspace(database.db)
      expect(await listDocuments(database.forWorkspace(other.scope.workspaceId), scope)).toEqual([])
    } finally {
      await database.close()
    }
  })
})
