import { expect, test } from 'vitest'
import { etagOf, isKnown, mayChange } from './etag.ts'

const tag = etagOf('{"a":1}')

test('one representation has one tag, another has another', () => {
  expect(tag).toMatch(/^"[\w-]{22}"$/)
  expect(etagOf('{"a":1}')).toBe(tag)
  expect(etagOf('{"a":2}')).not.toBe(tag)
})

test('If-None-Match finds the tag in a list, weak or strong, and the star finds everything', () => {
  expect(isKnown(null, tag)).toBe(false)
  expect(isKnown('"other"', tag)).toBe(false)
  expect(isKnown(`"other", W/${tag}`, tag)).toBe(true)
  expect(isKnown(`${tag}`, tag)).toBe(true)
  expect(isKnown(' * ', tag)).toBe(true)
})

test('If-Match wants the very same representation; without it every change goes through', () => {
  expect(mayChange(null, tag)).toBe(true)
  expect(mayChange(tag, tag)).toBe(true)
  expect(mayChange(`W/${tag}`, tag)).toBe(false)
  expect(mayChange('', tag)).toBe(false)
  expect(mayChange('*', tag)).toBe(true)
})
