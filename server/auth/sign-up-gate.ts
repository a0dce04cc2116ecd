import { timingSafeEqual } from 'node:crypto'
import { hashLinkToken, newLinkToken } from './link-token.ts'

/**
 * Who may create an account besides those who hold an invitation. `open`: everybody. Otherwise only the first person of
 * the installation, with a link that the server prints once it runs.
 */
export class SignUpGate {
  readonly isOpen: boolean
  #setupHash: Buffer | null = null

  constructor(mode: 'open' | 'invited') {
    this.isOpen = mode === 'open'
  }

  /** A token for the first person; one that was made before stops working. */
  makeSetupToken(): string {
    const token = newLinkToken()
    this.#setupHash = Buffer.from(hashLinkToken(token))
    return token
  }

  /** Whether this is the token for the first person. */
  isSetupToken(token: string): boolean {
    return this.#setupHash !== null && timingSafeEqual(this.#setupHash, Buffer.from(hashLinkToken(token)))
  }

  /** Somebody has used it. */
  endSetup(): void {
    this.#setupHash = null
  }
}
