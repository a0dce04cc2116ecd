import { installationSecret } from './installation-secret.ts'

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
  /** How many reverse proxies in front set x-forwarded-* headers that may be believed; 0: none. */
  trustedProxies: number
  /** Whether others than the people at this machine can reach it. */
  isExposed: boolean
  /** Who may create an account: everybody, or whoever holds an invitation. */
  signUp: 'open' | 'invited'
  /** Mail server and sender for links to a new password; null: there are no mails. */
  mail: { url: string; from: string } | null
  /** Bearer token that opens /api/metrics from elsewhere; undefined: only this machine, where it serves nobody else. */
  metricsToken: string | undefined
}

/**
 * Reads the settings from the environment; see the table in README.md. Also sets what next-auth reads from there.
 * @throws with a sentence when one makes no sense or is not safe
 */
export function readEnv(): Env {
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}"`)
  const host = process.env.HOST || '127.0.0.1'
  const dataDir = process.env.DATA_DIR || 'data'
  const anyAddress = host === '0.0.0.0' || host === '::'
  process.env.NEXTAUTH_URL ||= `http://${anyAddress ? 'localhost' : host}:${port}`
  process.env.NEXTAUTH_SECRET = installationSecret(process.env.NEXTAUTH_SECRET, dataDir)
  process.env.NEXT_TELEMETRY_DISABLED ||= '1'
  const { origin, hostname } = new URL(process.env.NEXTAUTH_URL)
  const isExposed = !isLoopback(host) || !isLoopback(hostname)
  return {
    port,
    host,
    dataDir,
    databaseUrl: process.env.DATABASE_URL || undefined,
    origin,
    sample: process.env.SAMPLE !== '0',
    trustedProxies: trustedProxies(process.env.TRUST_PROXY),
    isExposed,
    signUp: signUpMode(process.env.SIGN_UP, isExposed),
    mail: process.env.SMTP_URL ? { url: process.env.SMTP_URL, from: process.env.MAIL_FROM || `Interline <interline@${hostname}>` } : null,
    metricsToken: process.env.METRICS_TOKEN || undefined,
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}

/** A number of proxies; any other word that is not a no means one. */
function trustedProxies(text: string | undefined): number {
  if (!text || /^(0|no|off|false)$/i.test(text)) return 0
  return /^\d+$/.test(text) ? Number(text) : 1
}

/** Where anybody may come by, a stranger needs an invitation; on one's own machine there are no strangers. */
function signUpMode(text: string | undefined, isExposed: boolean): Env['signUp'] {
  if (!text) return isExposed ? 'invited' : 'open'
  if (text !== 'open' && text !== 'invited') throw new Error(`SIGN_UP must be "open" or "invited", not "${text}"`)
  return text
}
