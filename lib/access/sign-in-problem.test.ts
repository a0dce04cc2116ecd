import { expect, test } from 'vitest'
import { readSignInProblem, type SignInProblem, signInProblemWord } from './sign-in-problem.ts'

test.each<SignInProblem>([
  { reason: 'no-match' },
  { reason: 'code-needed' },
  { reason: 'wrong-code' },
  { reason: 'busy' },
  { reason: 'too-many-tries', retryInS: 840 },
])('$reason survives being a word', (problem) => {
  expect(readSignInProblem(signInProblemWord(problem))).toEqual(problem)
})

test.each(['CredentialsSignin', '', null, 'too-many-tries-', 'too-many-tries-1e9'])('%s is no match', (word) => {
  expect(readSignInProblem(word)).toEqual({ reason: 'no-match' })
})
