import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { secretKey } from './secret-key.ts'

/** Seals secrets for one purpose under the installation's secret, so that a copy of the database alone gives none away. */
export class Seal {
  readonly #key: Buffer
  /** Names the key without giving it away; tells which secret something was sealed with. */
  readonly #keyId: string

  constructor(secret: string, purpose: string) {
    this.#key = secretKey(secret, purpose)
    this.#keyId = createHash('sha256').update(this.#key).digest('base64url').slice(0, 8)
  }

  /**
   * AES-256-GCM with a random nonce. Form: key id, nonce, ciphertext, tag in base64url, joined by dots.
   * @param owner what it belongs to; it opens for nothing else
   */
  seal(text: string, owner: string): string {
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(owner))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return [this.#keyId, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
  }

  /** Null when it was sealed with another secret, for another owner, or was changed. */
  open(sealed: string, owner: string): string | null {
    const [keyId, ...parts] = sealed.split('.')
    const [nonce, text, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
    if (keyId !== this.#keyId || parts.length !== 3 || nonce?.length !== 12 || !text || tag?.length !== 16) return null
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(owner)).setAuthTag(tag)
    try {
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
    } catch {
      return null
    }
  }
}

/** The seal of second factors. */
export function totpSeal(secret: string): Seal {
  return new Seal(secret, 'totp')
}
