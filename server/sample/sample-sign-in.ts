import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '#/db/client.ts'
import { findAccountByEmail } from '#/db/queries/accounts.ts'
import { verifyPassword } from '#/server/auth/password.ts'
import { loadSample, SAMPLE_EMAIL } from './load-sample.ts'

/**
 * How to sign in to the sample workspace, which the first start loads. Its random password is kept in the data folder,
 * readable by its user only, so that later starts can name it too; null once it was changed or there is no sample.
 */
export async function sampleSignIn(deps: { db: Db; dataDir: string }): Promise<{ email: string; password: string } | null> {
  const file = join(deps.dataDir, 'sample-password')
  const loaded = await loadSample({ db: deps.db, password: process.env.SAMPLE_PASSWORD || undefined })
  if (loaded) {
    mkdirSync(deps.dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, loaded.password, { mode: 0o600 })
    return loaded
  }
  if (!existsSync(file)) return null
  const password = readFileSync(file, 'utf8').trim()
  const account = await findAccountByEmail(deps.db, SAMPLE_EMAIL)
  return (await verifyPassword(account?.passwordHash ?? null, password)) ? { email: SAMPLE_EMAIL, password } : null
}
