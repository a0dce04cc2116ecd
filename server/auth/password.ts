import { hash, verify } from '@node-rs/argon2'

/** OWASP minimum for argon2id: 19 MiB, 2 passes, 1 lane; about 25 ms. (Algorithm 2 is argon2id; the package's const enum is not erasable.) */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const PASSWORD_MIN_LENGTH = 10
/** Longer passwords are refused: hashing must not become a way to burn the server's time. */
export const PASSWORD_MAX_LENGTH = 256

/** The password as an argon2id hash in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), PARAMETERS)
}

let decoy: Promise<string> | undefined

/**
 * Whether the password belongs to the hash. Without a hash (no such account, or one without a password) it takes the same
 * time and answers false, so that nobody learns which addresses have accounts.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (password.length > PASSWORD_MAX_LENGTH) return false
  decoy ??= hashPassword('no account has this password')
  const matches = await verify(passwordHash ?? (await decoy), password.normalize('NFKC'))
  return matches && passwordHash !== null
}
