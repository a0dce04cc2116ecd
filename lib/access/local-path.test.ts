import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each([
  ['/w/1/documents', '/w/1/documents'],
  ['/w/1/documents/2?annotation=3#top', '/w/1/documents/2?annotation=3#top'],
  [undefined, '/'],
  ['', '/'],
  ['w/1', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['javascript:alert(1)', '/'],
  ['/../..//evil.example', '/'],
  ['/.//evil.example', '/'],
])('%s leads to %s', (wanted, path) => {
  expect(localPath(wanted)).toBe(path)
})
