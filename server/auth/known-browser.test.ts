import { expect, test } from 'vitest'
import { knownBrowser, markBrowser } from './known-browser.ts'

const SECRET = 'a secret of this test, long enough'

test('a mark is known for its account on this installation only', () => {
  const mark = markBrowser(SECRET, 'layla@example.org')
  expect(knownBrowser(SECRET, 'layla@example.org', mark)).toBe(mark.split('.')[0])
  expect(knownBrowser(SECRET, 'dmitri@example.org', mark)).toBeNull()
  expect(knownBrowser(`${SECRET}!`, 'layla@example.org', mark)).toBeNull()
})

test.each([undefined, '', '.', 'id.', 'id.c2lnbmF0dXJl', 'a.b.c'])('%s is no mark', (mark) => {
  expect(knownBrowser(SECRET, 'layla@example.org', mark)).toBeNull()
})
