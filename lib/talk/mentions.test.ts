import { expect, test } from 'vitest'
import { matchPeople, mentionAt, mentionsIn, splitMentions } from './mentions.ts'

const PEOPLE = [
  { id: 'l', name: 'Layla Haddad' },
  { id: 'la', name: 'Layla' },
  { id: 'd', name: 'Дмитрий Соколов' },
  { id: 'a', name: 'ليلى حداد' },
  { id: 'l2', name: 'layla haddad' },
]

test.each([
  ['Ask @Layla Haddad, not me', ['l', 'l2']],
  ['Ask @Layla, not me', ['la']],
  ['@дмитрий соколов: смотри', ['d']],
  ['@ليلى حداد انظري', ['a']],
  ['write to desk@Layla please', []],
  ['@Laylas are many', []],
  ['nobody @', []],
])('%s names %j', (text, ids) => {
  expect(mentionsIn(text, PEOPLE)).toEqual(ids)
})

test('the runs of a message are the message', () => {
  const text = '@Layla Haddad and @Layla: a@b, @nobody, @Дмитрий Соколов'
  const runs = splitMentions(text, PEOPLE)
  expect(runs.map((run) => run.text).join('')).toBe(text)
  expect(runs.flatMap(({ text: words, person }) => (person ? [words] : []))).toEqual(['@Layla Haddad', '@Layla', '@Дмитрий Соколов'])
})

test('a name that is being typed is found at the caret, also one of several words', () => {
  expect(mentionAt('Hello @lay', 10)).toEqual({ from: 6, query: 'lay' })
  expect(mentionAt('@Layla Had', 10)).toEqual({ from: 0, query: 'Layla Had' })
  expect(mentionAt('mail me@home', 12)).toBeNull()
  expect(mentionAt('@lay\nnext', 9)).toBeNull()
  expect(mentionAt('an @ alone', 10)).toBeNull()
  expect(mentionAt('no name', 7)).toBeNull()
})

test('people are offered by any word of their name, without case or diacritics', () => {
  const people = [
    { id: '1', name: 'Zoë Ångström' },
    { id: '2', name: 'Anna Zoe' },
    { id: '3', name: 'Maren' },
  ]
  expect(matchPeople('zoe', people).map(({ id }) => id)).toEqual(['1', '2'])
  expect(matchPeople('ang', people).map(({ id }) => id)).toEqual(['1'])
  expect(matchPeople('', people)).toHaveLength(3)
})
