import { noAnswerWords } from '#/components/ui/attempt.ts'
import type { SignInProblem } from '#/lib/access/sign-in-problem.ts'
import { waitWords } from '#/lib/access/wait-words.ts'
import { t } from '#/lib/message/t.ts'

/** What somebody is told whose sign-in did not work; undefined when it goes on with the next step. */
export function signInWords(problem: SignInProblem | { reason: 'no-answer' }): string | undefined {
  switch (problem.reason) {
    case 'no-match':
      return t('Email and password do not match.')
    case 'wrong-code':
      return t('That code does not work. Each one works once: type the one your app shows now.')
    case 'too-many-tries':
      return waitWords(problem.retryInS)
    case 'busy':
      return t('Many people are signing in at this moment. Try again in a few seconds.')
    case 'no-answer':
      return noAnswerWords()
    case 'code-needed':
      return undefined
  }
}
