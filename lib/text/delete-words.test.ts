import { expect, test } from 'vitest'
import { deleteWords } from '#/lib/text/delete-words.ts'
import { createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc } from '#/lib/text/testing/peer.ts'
import { rng } from '#/lib/text/testing/rng.ts'

test('the last letters of a link go without its end', () => {
  const source = createTextDoc([{ type: 'paragraph', spans: [{ text: 'see the site for more' }] }])
  source.getText(TEXT_NAME).format(5, 8, { link: 'https://example.org/' })
  // Loaded before anybody asked for the text, as from a device.
  const doc = cloneDoc(source)
  const text = doc.getText(TEXT_NAME)
  deleteWords(text, 9, 1)
  deleteWords(text, 10, 2)
  expect(text.toDelta()).toEqual([
    { insert: '\nsee ' },
    { insert: 'the i', attributes: { link: 'https://example.org/' } },
    { insert: ' for more' },
  ])
})

test('deletes what a string would lose, in texts of many pieces', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = rng(seed)
    const text = createTextDoc([{ type: 'paragraph', spans: [{ text: 'some words to begin with' }] }]).getText(TEXT_NAME)
    let flat = text.toString()
    for (let i = 0; i < 30; i++) {
      const at = random.int(1, flat.length)
      if (random.chance(0.5)) {
        text.insert(at, 'ab', random.chance(0.5) ? { bold: true } : {})
        flat = `${flat.slice(0, at)}ab${flat.slice(at)}`
      } else {
        const length = Math.min(random.int(0, 6), flat.length - at)
        deleteWords(text, at, length)
        flat = flat.slice(0, at) + flat.slice(at + length)
      }
      expect(text.toString(), `seed ${seed}`).toBe(flat)
      expect(text.length, `seed ${seed}`).toBe(flat.length)
    }
  }
})
