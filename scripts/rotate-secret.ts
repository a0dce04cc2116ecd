// npm run rotate-secret: a new secret for an installation whose old one may be known. Stop the server first.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nextEnv from '@next/env'
import { openDatabase } from '#/db/client.ts'
import { secretFile } from '#/server/installation-secret.ts'
import { askServer } from '#/server/operator/ask-server.ts'
import { rotateSecret } from '#/server/operator/rotate-secret.ts'
import { runScript } from '#/server/operator/run-script.ts'

await runScript(async () => {
  nextEnv.loadEnvConfig(join(import.meta.dirname, '..'), process.env.NODE_ENV === 'development')
  const dataDir = process.env.DATA_DIR || 'data'
  const given = process.env.NEXTAUTH_SECRET || undefined
  const file = secretFile(dataDir)
  const running = await askServer(dataDir, 'status', {})
  if (running?.ok)
    return {
      ok: false,
      message: `Interline is running as process ${running.pid} and would go on with the old secret. Stop it first; then run this again.`,
    }
  if (!given && !existsSync(file)) return { ok: false, message: `There is no secret in ${file} yet: the first start makes one.` }
  const current = given ?? readFileSync(file, 'utf8').trim()
  const database = await openDatabase({ url: process.env.DATABASE_URL || undefined, dataDir: join(dataDir, 'pg') })
  try {
    const { sessions, resealed, unreadable, webhooks } = await rotateSecret(current, { db: database.db, dataDir })
    console.log(`The installation has a new secret, in ${file}. The old one opens nothing any more.`)
    console.log(
      `${sessions} ${sessions === 1 ? 'session' : 'sessions'} ended: everybody signs in again. Passwords, links and invitations stay as they are.`,
    )
    if (resealed) console.log(`${resealed} second factors were sealed anew and go on working.`)
    if (unreadable)
      console.log(
        `${unreadable} second factors were sealed with some other secret and cannot be used: those people sign in with a recovery code, or you run "npm run reset-password -- <email> --without-two-factor".`,
      )
    if (webhooks)
      console.log(
        `${webhooks} ${webhooks === 1 ? 'webhook signs its' : 'webhooks sign their'} deliveries with a new secret: owners find it in the settings of their workspace and give it to the receiver.`,
      )
    if (given)
      console.log(
        `NEXTAUTH_SECRET still holds the old one: remove it from the environment, or set it to the content of ${file}. Until then Interline does not start.`,
      )
    console.log('Backups made before this hold second factors sealed with the old secret: keep it with them.')
    return { ok: true }
  } finally {
    await database.close()
  }
})
