import { hash, verify } from '@node-rs/argon2'
import { PASSWORD_MAX_LENGTH } from '#/lib/access/password-weakness.ts'
import { HashingQueue } from './hashing-queue.ts'

/** OWASP minimum for argon2id: 19 MiB, 2 passes, 1 lane; about 25 ms. (Algorithm 2 is argon2id; the package's const enum is not erasable.) */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** What is checked in place of a hash that an account does not have: made with the same parameters from 32 random bytes that nobody kept. */
const DECOY = '$argon2id$v=19$m=19456,t=2,p=1$jr0nlllNK8BP4dBv+AR7Dw$WLR2l9S+JrjvSkL15ycBJcn2cuRFcCaJHZRPShEy1AE'

const KEY = Symbol.for('interline.hashing')
type Holder = typeof globalThis & { [KEY]?: HashingQueue }

/** Next's bundles load this module again, each for itself; all of them must wait in the same queue. */
function queue(): HashingQueue {
  const holder = globalThis as Holder
  holder[KEY] ??= new HashingQueue({ atOnce: 2, waiting: 40 })
  return holder[KEY]
}

/**
 * The password as an argon2id hash in PHC form.
 * @throws TooBusy
 */
export function hashPassword(password: string): Promise<string> {
  return queue().run(() => hash(password.normalize('NFKC'), PARAMETERS))
}

/**
 * Whether the password belongs to the hash. Without a hash (no such account, or one without a password) it takes the same
 * time and answers false, so that nobody learns which addresses have accounts.
 * @throws TooBusy
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (password.length > PASSWORD_MAX_LENGTH) return false
  const matches = await queue().run(() => verify(passwordHash ?? DECOY, password.normalize('NFKC')))
  return matches && passwordHash !== null
}
