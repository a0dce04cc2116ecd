/** Why a sign-in did not work. `retryInS`: seconds until another try is looked at. */
export type SignInProblem = { reason: 'no-match' | 'code-needed' | 'wrong-code' | 'busy' } | { reason: 'too-many-tries'; retryInS: number }

/** The problem as the one word that fits into an address. */
export function signInProblemWord(problem: SignInProblem): string {
  return problem.reason === 'too-many-tries' ? `too-many-tries-${problem.retryInS}` : problem.reason
}

/** The problem a word stands for; whatever is no word of ours is `no-match`. */
export function readSignInProblem(word: string | null | undefined): SignInProblem {
  const wait = /^too-many-tries-(\d{1,6})$/.exec(word ?? '')?.[1]
  if (wait) return { reason: 'too-many-tries', retryInS: Number(wait) }
  if (word === 'code-needed' || word === 'wrong-code' || word === 'busy') return { reason: word }
  return { reason: 'no-match' }
}
