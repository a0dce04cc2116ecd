import { TOTP } from 'otpauth'

/** The code an authenticator app shows at a moment, ms since 1970. @param secret base32 */
export function totpCode(secret: string, now = Date.now()): string {
  return new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: now })
}
