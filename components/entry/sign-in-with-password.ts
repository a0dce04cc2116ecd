import { signIn } from 'next-auth/react'
import { NO_ANSWER } from '#/components/ui/attempt.ts'
import { TOO_MANY_TRIES } from '#/lib/access/sign-in-error.ts'

/** Signs in and, when that worked, opens the page anew at `returnTo` (a path of this site). Otherwise answers the sentence to show. */
export async function signInWithPassword(email: string, password: string, returnTo: string): Promise<string | null> {
  try {
    const result = await signIn('credentials', { email, password, redirect: false })
    if (!result?.ok)
      return result?.error === TOO_MANY_TRIES ? 'Too many tries. Wait 30 seconds, then try again.' : 'Email and password do not match.'
  } catch {
    return NO_ANSWER
  }
  location.replace(returnTo)
  return null
}
