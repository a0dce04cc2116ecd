import { afterEach, expect, test, vi } from 'vitest'
import { fetchJson, fetchPast } from './fetch-json.ts'

afterEach(() => vi.unstubAllGlobals())

/** A server that answers with these, one after the other, and counts. */
function serverOf(...answers: (Response | Error)[]) {
  const asked = vi.fn(async () => {
    const answer = answers.shift() ?? Response.json('again')
    if (answer instanceof Error) throw answer
    return answer
  })
  vi.stubGlobal('fetch', asked)
  return asked
}

test('an answer, a refusal and a lost connection are told apart', async () => {
  serverOf(Response.json({ points: [] }), new Response('', { status: 404 }), new Response('', { status: 500 }), new TypeError('offline'))
  expect(await fetchJson('/a')).toEqual({ value: { points: [] }, problem: null })
  expect((await fetchJson('/a')).problem).toMatch(/bin/)
  expect((await fetchJson('/a')).problem).toMatch(/did not answer/)
  expect((await fetchJson('/a')).problem).toMatch(/did not answer/)
})

test('the past is asked for once, also by several at a time; a failure is asked again', async () => {
  const asked = serverOf(Response.json(1), new TypeError('offline'), Response.json(2))
  const [first, second] = await Promise.all([fetchPast('/one'), fetchPast('/one')])
  expect([first.value, second.value, (await fetchPast('/one')).value]).toEqual([1, 1, 1])
  expect(asked).toHaveBeenCalledTimes(1)
  expect((await fetchPast('/two')).problem).not.toBeNull()
  expect((await fetchPast('/two')).value).toBe(2)
})

test('only the latest parts of the past are kept', async () => {
  const asked = serverOf()
  for (let i = 0; i < 20; i++) await fetchPast(`/part/${i}`)
  await fetchPast('/part/19')
  expect(asked).toHaveBeenCalledTimes(20)
  await fetchPast('/part/0')
  expect(asked).toHaveBeenCalledTimes(21)
})
