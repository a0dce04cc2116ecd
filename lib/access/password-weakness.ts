import { t } from '#/lib/message/t.ts'
export const PASSWORD_MIN_LENGTH = 10
/** Longer passwords are refused: hashing must not become a way to burn the server's time. */
export const PASSWORD_MAX_LENGTH = 256

/**
 * Why a password is not good enough, as a sentence; null when it is. Length counts, not sorts of characters (NIST SP
 * 800-63B); only the most careless choices are refused beside short ones.
 *
 * @param email of its account, in lower case
 */
export function passwordWeakness(password: string, email: string): string | null {
  if ([...password].length < PASSWORD_MIN_LENGTH)
    return t('Use at least {limit} characters. A few words in a row work well.', { limit: PASSWORD_MIN_LENGTH })
  if (password.length > PASSWORD_MAX_LENGTH) return t('Use at most {limit} characters.', { limit: PASSWORD_MAX_LENGTH })
  if (password.toLowerCase() === email) return t('Use something other than your email address.')
  if (new Set(password).size < 4) return t('Use more than a few different characters.')
  return null
}
