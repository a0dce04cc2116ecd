import { readSignInProblem } from '#/lib/access/sign-in-problem.ts'

/**
 * next-auth answers every refused sign-in with 401. Who tries too often hears 429 and when to come back, who comes when the
 * server is busy 503.
 */
export async function answerSignIn(response: Response): Promise<Response> {
  if (response.status !== 401) return response
  const body = await response.text()
  const problem = readSignInProblem(errorIn(body))
  const headers = new Headers(response.headers)
  if (problem.reason === 'too-many-tries') headers.set('Retry-After', String(problem.retryInS))
  const status = problem.reason === 'too-many-tries' ? 429 : problem.reason === 'busy' ? 503 : 401
  return new Response(body, { status, headers })
}

/** The word that next-auth puts into the address it would go to. */
function errorIn(body: string): string | null {
  try {
    return new URL(JSON.parse(body).url).searchParams.get('error')
  } catch {
    return null
  }
}
