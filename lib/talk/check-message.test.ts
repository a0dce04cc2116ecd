import { expect, test } from 'vitest'
import { checkMessage } from './check-message.ts'
import { MEMO_LIMIT } from './memo.ts'
import { COMMENT_LIMIT } from './thread.ts'

test('line breaks are one kind, tabs stay, what cannot be seen goes', () => {
  expect(checkMessage('  one\r\ntwo\rthree\tfour\u0000\u001b\n ', 'comment')).toEqual({ ok: true, text: 'one\ntwo\nthree\tfour' })
})

test.each(['', ' \n\t ', '\u0000'])('nothing (%j) is no message', (typed) => {
  expect(checkMessage(typed, 'memo')).toEqual({ ok: false, reason: 'There is nothing in this memo yet.' })
})

test.each([
  ['comment', COMMENT_LIMIT],
  ['memo', MEMO_LIMIT],
] as const)('a %s holds %i characters and says so', (what, limit) => {
  expect(checkMessage('x'.repeat(limit), what)).toMatchObject({ ok: true })
  const refused = checkMessage('x'.repeat(limit + 1), what)
  expect(refused).toMatchObject({ ok: false, reason: expect.stringContaining(limit.toLocaleString('en')) })
})
