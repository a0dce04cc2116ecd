import { Throttle } from './throttle.ts'

const MINUTE = 60_000

/** How often what may be tried. One set for the process, in the runtime. */
export interface Tries {
  /** Passwords, by account, or by browser when one is known to the account. */
  password: Throttle
  /** Second factors, by person. */
  code: Throttle
  /** Passwords, second factors and links that were wrong, by where they came from. */
  address: Throttle
  /** New accounts, by where they came from. */
  signUp: Throttle
  /** Mails with a link to a new password, by the address they would go to. */
  resetMail: Throttle
  /** The same by where they were asked for. */
  resetAddress: Throttle
}

/** The limits the product runs with. */
export function createTries(): Tries {
  return {
    password: new Throttle({ tries: 5, perMs: 15 * MINUTE }),
    code: new Throttle({ tries: 5, perMs: 15 * MINUTE }),
    address: new Throttle({ tries: 20, perMs: 15 * MINUTE }),
    // An office behind one address signs up on one morning.
    signUp: new Throttle({ tries: 100, perMs: 60 * MINUTE }),
    resetMail: new Throttle({ tries: 3, perMs: 60 * MINUTE }),
    resetAddress: new Throttle({ tries: 20, perMs: 60 * MINUTE }),
  }
}
