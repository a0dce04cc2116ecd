import { expect, test } from 'vitest'
import { makeActor } from '../testing/entries.ts'
import { MentionIndex } from './mention-index.ts'
import { namedActor } from './named-actor.ts'

const actor = (id: string, name: string, ...aliases: string[]) => namedActor(makeActor(id, name, aliases))
function indexOf(...actors: ReturnType<typeof actor>[]): MentionIndex {
  const index = new MentionIndex()
  for (const each of actors) index.set(each)
  return index
}

const SYRIA = indexOf(
  actor('us', 'United States', 'US', 'США', 'Соединённые Штаты', 'الولايات المتحدة', '美国'),
  actor('ru', 'Russia', 'Россия', 'روسيا'),
  actor('mod', 'Russian Ministry of Defence', 'Минобороны', 'وزارة الدفاع الروسية'),
  actor('sc', 'Security Council', 'Совет Безопасности', 'مجلس الأمن'),
  actor('hts', 'Hay’at Tahrir al-Sham', 'HTS', 'ХТШ', 'هيئة تحرير الشام'),
  actor('pentagon', 'Pentagon', 'Пентагон', 'البنتاغون'),
)
const named = (text: string) => SYRIA.find(text).flatMap(({ actorIds }) => actorIds)

test.each([
  ['The US and Russia’s pilots spoke; a US-led coalition answered.', ['us', 'ru', 'us']],
  ['Представитель Пентагона заявил, что связь с Россией сохраняется.', ['pentagon', 'ru']],
  ['В Совете Безопасности, по данным Минобороны, не было Соединенных Штатов', ['sc', 'mod', 'us']],
  ['قالت وزارة الدفاع الروسية إن للولايات المتحدة قوات', ['mod', 'us']],
  ['وأعلن البنتاغون أن هيئة تحرير الشَّام', ['pentagon', 'hts']],
  ['HAY’AT stands alone', []],
  ['', []],
])('%s', (text, expected) => {
  expect(named(text)).toEqual(expected)
})

test('an actor is changed and taken out without the others', () => {
  const index = indexOf(actor('a', 'Fatah', 'Harakat'), actor('b', 'Fatah'))
  index.set(actor('a', 'Hamas'))
  expect(index.find('Fatah, Harakat and Hamas').map(({ actorIds }) => actorIds)).toEqual([['b'], ['a']])
  index.delete('b')
  index.delete('nobody')
  expect(index.find('Fatah and Hamas').map(({ actorIds }) => actorIds)).toEqual([['a']])
})

test('an index changed many times finds what one made anew finds', () => {
  const seed = 20_240_719
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
  const parts = ['Free', 'Army', 'of', 'North', 'Совет', 'обороны', 'جيش', 'الشام', 'US', 'al-Nusra']
  const name = () => Array.from({ length: 1 + random(3) }, () => parts[random(parts.length)]).join(' ')
  const text = Array.from({ length: 400 }, () => parts[random(parts.length)]).join(' ')
  const now = new Map<string, ReturnType<typeof actor>>()
  const index = new MentionIndex()
  for (let step = 0; step < 300; step++) {
    const id = `actor ${random(40)}`
    if (random(4) === 0) {
      now.delete(id)
      index.delete(id)
    } else {
      const next = actor(id, name(), name())
      now.set(id, next)
      index.set(next)
    }
  }
  const sorted = (found: ReturnType<MentionIndex['find']>) =>
    found.map((mention) => ({ ...mention, actorIds: mention.actorIds.toSorted() }))
  expect(sorted(index.find(text)), `seed ${seed}`).toEqual(sorted(indexOf(...now.values()).find(text)))
})

test('a hundred thousand paths', () => {
  const index = new MentionIndex()
  for (let i = 0; i < 50_000; i++) index.set(actor(`a${i}`, `Front ${i}`, `Army of ${i}`))
  expect(index.find('Front 49999 met the Army of 31').map(({ actorIds }) => actorIds)).toEqual([['a49999'], ['a31']])
})
