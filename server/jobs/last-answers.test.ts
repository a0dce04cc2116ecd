import { expect, test } from 'vitest'
import type { HistoryAnswer } from './history.ts'
import { LastAnswers } from './last-answers.ts'

function asked() {
  const answers = new LastAnswers()
  const made: string[] = []
  const get = (key: string, answer: HistoryAnswer<string> = { ok: true, value: key }) =>
    answers.get(key, async () => {
      made.push(key)
      await new Promise((resolve) => setTimeout(resolve, 1))
      return answer
    })
  return { made, get }
}

test('what two ask at once is worked out once, and kept for a third', async () => {
  const { made, get } = asked()
  expect(await Promise.all([get('a'), get('a')])).toEqual(Array(2).fill({ ok: true, value: 'a' }))
  expect(await get('a')).toEqual({ ok: true, value: 'a' })
  expect(made).toEqual(['a'])
})

test('what failed is asked again, and so is what was not asked for the longest time', async () => {
  const { made, get } = asked()
  const failed = { ok: false, reason: 'failed', message: 'Try again.' } as const
  expect(await get('bad', failed)).toEqual(failed)
  expect(await get('bad')).toMatchObject({ ok: true })
  for (let i = 0; i < 12; i++) await get(`${i}`)
  await get('11')
  await get('bad')
  expect(made.filter((key) => key === 'bad')).toHaveLength(3)
  expect(made.filter((key) => key === '11')).toHaveLength(1)
})

test('answers too long to be kept are given all the same, and long ones push out others', async () => {
  const { made, get } = asked()
  const long = (length: number) => ({ ok: true, value: 'x'.repeat(length) }) as const
  await get('huge', long(17 << 20))
  await get('huge', long(17 << 20))
  await get('a', long(10 << 20))
  await get('b', long(10 << 20))
  await get('b')
  await get('a')
  expect(made).toEqual(['huge', 'huge', 'a', 'b', 'a'])
})
