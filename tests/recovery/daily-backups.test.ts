import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '#/db/client.ts'
import { recordAudit } from '#/db/queries/audit-log.ts'
import { checkBackup } from '#/server/backup/check-backup.ts'
import { startDailyBackups } from '#/server/backup/daily-backups.ts'
import { createHistory } from '#/server/jobs/history.ts'
import { lastBackup } from '#/server/metrics.ts'
import { startOperatorChannel } from '#/server/operator/channel.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { until } from '#/tests/support/until.ts'

const { db } = testDatabase()
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'interline-daily-'))
  folders.push(made)
  return made
}

test('removes copies that were left behind, and knows when the last backup was made', async () => {
  const dataDir = folder()
  mkdirSync(join(dataDir, 'copies', 'left', 'pg'), { recursive: true })
  await recordAudit(db, { event: 'backed-up', workspaceId: null, userId: null })
  await (await startDailyBackups({ db, dataDir, backupDir: undefined })).stop()
  expect(existsSync(join(dataDir, 'copies'))).toBe(false)
  expect((await lastBackup.get()).values[0]?.value).toBeGreaterThan(Date.now() / 1000 - 60)
})

test('makes a backup of the running database when there was none for a day, and keeps so many', async () => {
  const [dataDir, backupDir] = [folder(), folder()]
  for (const day of ['01', '02', '03']) writeFileSync(join(backupDir, `interline-202601${day}T000000Z.backup.gz`), '')
  writeFileSync(join(backupDir, 'another file'), '')
  const database = await openDatabase({ dataDir: join(dataDir, 'pg'), fsync: false })
  await makeWorkspace(database.db)
  const deps = { database, history: createHistory(database.db), collab: null, origin: 'http://interline.test', dataDir }
  const channel = await startOperatorChannel(deps)
  const backups = await startDailyBackups({ db: database.db, dataDir, backupDir, keep: 2 })
  await until('a backup was made and old ones were removed', () => readdirSync(backupDir).length === 3, 60_000)
  const names = readdirSync(backupDir).sort()
  expect(names.slice(0, 2)).toEqual(['another file', 'interline-20260103T000000Z.backup.gz'])
  const made = await checkBackup(join(backupDir, names[2] as string))
  expect(made.ok && made.manifest.tables.find(({ name }) => name === 'workspaces')?.rows).toBe(1)
  await backups.stop()
  await channel?.stop()
  await database.close()
}, 90_000)
