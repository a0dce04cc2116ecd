import { signIn } from 'next-auth/react'
import { readSignInProblem, type SignInProblem } from '#/lib/access/sign-in-problem.ts'

/** What the sign-in form has. `code`: of the second factor, once it was asked for. */
export interface Credentials {
  email: string
  password: string
  code?: string
}

/**
 * Signs in and, when that worked, opens the page anew at `returnTo` (a path of this site). Otherwise answers what was wrong.
 */
export async function signInWithPassword(
  credentials: Credentials,
  returnTo: string,
): Promise<SignInProblem | { reason: 'no-answer' } | null> {
  try {
    const result = await signIn('credentials', { ...credentials, redirect: false })
    if (!result?.ok) return readSignInProblem(result?.error)
  } catch {
    return { reason: 'no-answer' }
  }
  location.replace(returnTo)
  return null
}
