import { expect, test } from 'vitest'
import { deliveryProblemWords, NO_ANSWER, NOT_OPEN, noConnection, problemOfAnswer } from './delivery-problem.ts'

test('what is kept in English is what English pages say', () => {
  for (const answer of [200, 204, 302, 404, 500])
    expect(deliveryProblemWords({ answer, problem: problemOfAnswer(answer) })).toBe(problemOfAnswer(answer))
  for (const problem of ['', NO_ANSWER, NOT_OPEN, noConnection('ECONNREFUSED')])
    expect(deliveryProblemWords({ answer: null, problem })).toBe(problem)
})

test('only 2xx means that a delivery was taken', () => {
  expect([199, 200, 299, 300, 400].map((status) => problemOfAnswer(status) === '')).toEqual([false, true, true, false, false])
})
