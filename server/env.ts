import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Env {
  port: number
  host: string
  /** Where the embedded database and the generated secret live. */
  dataDir: string
  /** A Postgres server instead of the embedded database. */
  databaseUrl: string | undefined
  /** Origin people open in their browser, for example https://interline.example. */
  origin: string
  /** false: an empty database stays empty. */
  sample: boolean
  /** Whether a reverse proxy in front sets x-forwarded-* headers that may be believed. */
  trustProxy: boolean
}

/** Reads the settings from the environment; see the table in README.md. Also sets what next-auth reads from there. */
export function readEnv(): Env {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}"`)
  const host = process.env.HOST || '127.0.0.1'
  const dataDir = process.env.DATA_DIR || 'data'
  const anyAddress = host === '0.0.0.0' || host === '::'
  process.env.NEXTAUTH_URL ||= `http://${anyAddress ? 'localhost' : host}:${port}`
  process.env.NEXTAUTH_SECRET ||= ownSecret(dataDir)
  process.env.NEXT_TELEMETRY_DISABLED ||= '1'
  return {
    port,
    host,
    dataDir,
    databaseUrl: process.env.DATABASE_URL || undefined,
    origin: new URL(process.env.NEXTAUTH_URL).origin,
    sample: process.env.SAMPLE !== '0',
    trustProxy: Boolean(process.env.TRUST_PROXY),
  }
}

/** The secret that signs session cookies: made once per installation, readable by its user only. */
function ownSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}
