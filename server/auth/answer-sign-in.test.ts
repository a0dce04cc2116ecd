import { expect, test } from 'vitest'
import { answerSignIn } from './answer-sign-in.ts'

const refused = (error: string) =>
  new Response(JSON.stringify({ url: `http://127.0.0.1:3000/api/auth/error?error=${error}` }), {
    status: 401,
    headers: { 'Set-Cookie': 'a=b' },
  })

test('too many tries are 429 with the wait, and cookies and body stay', async () => {
  const answer = await answerSignIn(refused('too-many-tries-840'))
  expect([answer.status, answer.headers.get('Retry-After'), answer.headers.get('Set-Cookie')]).toEqual([429, '840', 'a=b'])
  expect(await answer.json()).toEqual({ url: expect.stringContaining('too-many-tries-840') })
})

test('a busy server is 503, a wrong password 401', async () => {
  expect((await answerSignIn(refused('busy'))).status).toBe(503)
  expect((await answerSignIn(refused('no-match'))).status).toBe(401)
  expect((await answerSignIn(new Response('no JSON', { status: 401 }))).status).toBe(401)
})

test('whatever else it says passes as it is', async () => {
  const fine = new Response('{}', { status: 200 })
  expect(await answerSignIn(fine)).toBe(fine)
})
