import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Shorter secrets can be guessed by trying. */
const MIN_LENGTH = 32
const MIN_DIFFERENT = 10
/** What examples and templates call their secrets; whoever reads those knows them. */
const KNOWN = /secret|change.?me|replace.?me|example|placeholder|default|password|nextauth|123456|abcdef|qwerty/i

/** Where the secret of an installation lives that was not given one. */
export const secretFile = (dataDir: string) => join(dataDir, 'secret')
/** The secret that comes next, while it is being changed. */
export const nextSecretFile = (dataDir: string) => join(dataDir, 'secret.next')

/** 256 random bits in base64url, 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Why a secret must not be used, as a sentence; null when it may. @param name where it came from */
export function secretWeakness(secret: string, name: string): string | null {
  const cure = 'Unset it to have one made, or use the output of "openssl rand -base64 32".'
  if (secret.length < MIN_LENGTH) return `${name} has ${secret.length} characters and needs at least ${MIN_LENGTH}. ${cure}`
  if (new Set(secret).size < MIN_DIFFERENT) return `${name} repeats a few characters and can be guessed. ${cure}`
  if (KNOWN.test(secret)) return `${name} looks like one from an example, which others know too. ${cure}`
  return null
}

/**
 * The secret that signs session cookies and seals second factors: the given one, or the installation's own, made once and
 * readable by its user only.
 *
 * @throws with a sentence when it is weak, or when changing it was interrupted
 */
export function installationSecret(given: string | undefined, dataDir: string): string {
  if (existsSync(nextSecretFile(dataDir)))
    throw new Error('Changing the secret of this installation was interrupted. Run "npm run rotate-secret" again, then start.')
  const file = secretFile(dataDir)
  if (given) {
    const weakness = secretWeakness(given, 'NEXTAUTH_SECRET')
    if (weakness) throw new Error(weakness)
    if (existsSync(file) && readFileSync(file, 'utf8').trim() !== given) throw new Error(twoSecrets(file))
    return given
  }
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(file, newSecret(), { mode: 0o600 })
  }
  // Copied about, it may have become readable for others.
  if (statSync(file).mode & 0o077) chmodSync(file, 0o600)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < MIN_LENGTH)
    throw new Error(
      `The secret in ${file} is too short, as if it was cut off. Bring it back from a backup, or delete the file: then everybody has to sign in again.`,
    )
  return secret
}

/** Second factors are sealed with one of them; starting with the other would make their codes fail. */
function twoSecrets(file: string): string {
  return `NEXTAUTH_SECRET is set, and ${file} holds another secret. Unset NEXTAUTH_SECRET to go on with the one in the file, or delete the file to go on with NEXTAUTH_SECRET: second factors set up with the deleted one then stop working.`
}
