import { expect, test } from 'vitest'
import { pointInWords } from './point-in-words.ts'
import { readTypedPoint } from './typed-point.ts'

test.each([
  ['36.2021, 37.1343', '36.2021,37.1343'],
  ['36.2021 37.1343', '36.2021,37.1343'],
  ['-33.9; 18.42', '-33.9,18.42'],
  ['−33.9, −18.42', '-33.9,-18.42'],
  ['36.2021N 37.1343E', '36.2021,37.1343'],
  ['36.2° S, 37.1° W', '-36.2,-37.1'],
  ['36°12\'0"N 37°30\'0"E', '36.2,37.5'],
  ['36° 12′ N, 37° 30′ E', '36.2,37.5'],
  ['0, 0', '0,0'],
  ['36.123456789, 37', '36.123457,37'],
])('%s is %s', (typed, point) => {
  expect(readTypedPoint(typed)).toEqual({ ok: true, point })
  expect(readTypedPoint(pointInWords(point)), 'and reads back').toEqual({ ok: true, point })
})

test.each([
  ['Aleppo', /latitude and longitude/],
  ['36.2', /latitude and longitude/],
  ['', /latitude and longitude/],
  ['91, 37', /Latitude/],
  ['36, 181', /Longitude/],
  ['-36N 37E', /either/],
])('%s is refused', (typed, why) => {
  const result = readTypedPoint(typed)
  expect(result.ok ? result.point : result.reason).toMatch(why)
})
