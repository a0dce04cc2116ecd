import { expect, test } from 'vitest'
import { loggedPath } from './request-log.ts'

test('keeps words and ids of an address, and neither queries nor tokens', () => {
  const id = '01a20479-4904-724d-af45-b83af2b01f08'
  expect(loggedPath(`/w/${id}/excerpts?q=Angela+Merkel#x`)).toBe(`/w/${id}/excerpts`)
  expect(loggedPath('/invite/9mXq2TgU0yq7yXb0sJ0Fkg')).toBe('/invite/*')
  expect(loggedPath('/reset/abcdefghijklmnopqrstuvwxyz')).toBe('/reset/*')
  expect(loggedPath('/api/health')).toBe('/api/health')
  expect(loggedPath('/%D0%B9/../etc/passwd1')).toBe('/*/*/etc/*')
})
