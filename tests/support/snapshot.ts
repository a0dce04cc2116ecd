import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#/db/client.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'node_modules/.cache/interline')

/** Changes whenever a database made by the current code would be a different one. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const dir of ['db/migrations', 'db/embedded'])
    for (const name of readdirSync(join(root, dir)).sort())
      if (/\.(sql|ts)$/.test(name)) hash.update(name).update(readFileSync(join(root, dir, name)))
  hash.update(readFileSync(join(root, 'db/member-wall.ts')))
  hash.update(readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json')))
  return hash.digest('hex').slice(0, 16)
}

/**
 * The file with a dump of an empty, migrated embedded database. Making one takes seconds, starting from it a fraction,
 * so it is kept until the migrations, the rights of members, the embedding code or PGlite change.
 */
export async function snapshotFile(): Promise<string> {
  const file = join(folder, `empty-${fingerprint()}.tar`)
  if (existsSync(file)) return file
  const database = await openDatabase({})
  const bytes = await database.dump?.()
  await database.close()
  if (!bytes) throw new Error('The embedded database gave no dump')
  mkdirSync(folder, { recursive: true })
  for (const stale of readdirSync(folder)) if (stale.startsWith('empty-')) rmSync(join(folder, stale))
  writeFileSync(`${file}.${process.pid}`, bytes)
  renameSync(`${file}.${process.pid}`, file)
  return file
}
