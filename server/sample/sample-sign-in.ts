import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '#/db/client.ts'
import { findAccountByEmail } from '#/db/queries/accounts.ts'
import { passwordWeakness } from '#/lib/access/password-weakness.ts'
import { verifyPassword } from '#/server/auth/password.ts'
import { loadSample, SAMPLE_EMAIL } from './load-sample.ts'

interface SampleDeps {
  db: Db
  dataDir: string
  /** Whether others than the people at this machine can sign in. */
  isExposed: boolean
}

/**
 * How to sign in to the sample workspace, which the first start loads. Its random password is kept in the data folder,
 * readable by its user only, so that later starts can name it too; null once it was changed or there is no sample.
 *
 * @throws with a sentence when others could guess the password
 */
export async function sampleSignIn({
  db,
  dataDir,
  isExposed,
}: SampleDeps): Promise<{ email: string; password: string; isNew: boolean } | null> {
  const file = join(dataDir, 'sample-password')
  const wanted = process.env.SAMPLE_PASSWORD || undefined
  const refuseWeak = (password: string, cure: string) => {
    const weakness = isExposed ? passwordWeakness(password, SAMPLE_EMAIL) : null
    if (weakness)
      throw new Error(`The sample account has a password that others could guess (${weakness.toLowerCase().replace(/\..*$/, '')}). ${cure}`)
  }
  if (wanted && !existsSync(file)) refuseWeak(wanted, 'Unset SAMPLE_PASSWORD to have one made, or start with SAMPLE=0.')
  const loaded = await loadSample({ db, password: wanted })
  if (loaded) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, loaded.password, { mode: 0o600 })
    return { ...loaded, isNew: true }
  }
  if (!existsSync(file)) return null
  const password = readFileSync(file, 'utf8').trim()
  const account = await findAccountByEmail(db, SAMPLE_EMAIL)
  if (!(await verifyPassword(account?.passwordHash ?? null, password))) return null
  refuseWeak(password, `Set another one with "npm run reset-password -- ${SAMPLE_EMAIL}" before others can come.`)
  return { email: SAMPLE_EMAIL, password, isNew: false }
}
