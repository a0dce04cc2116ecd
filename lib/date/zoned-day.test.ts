import { expect, test } from 'vitest'
import { isZone, nextDay, startOfDay } from './zoned-day.ts'

test.each([
  ['2026-01-31', 'UTC', '2026-01-31T00:00:00.000Z'],
  ['2026-01-31', 'Europe/Oslo', '2026-01-30T23:00:00.000Z'],
  ['2026-07-01', 'Europe/Oslo', '2026-06-30T22:00:00.000Z'],
  // the days on which clocks change
  ['2026-03-29', 'Europe/Oslo', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Oslo', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Oslo', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Oslo', '2026-10-25T23:00:00.000Z'],
  ['2026-01-31', 'Asia/Kathmandu', '2026-01-30T18:15:00.000Z'],
  ['2026-01-31', 'Pacific/Kiritimati', '2026-01-30T10:00:00.000Z'],
  ['2026-01-31', 'America/Los_Angeles', '2026-01-31T08:00:00.000Z'],
])('%s begins in %s at %s', (day, zone, at) => {
  expect(startOfDay(day, zone).toISOString()).toBe(at)
})

test('zones are told from other words', () => {
  expect(isZone('Europe/Oslo')).toBe(true)
  expect(isZone('Europe/Atlantis')).toBe(false)
  expect(isZone('')).toBe(false)
})

test('the day after crosses months and years', () => {
  expect(nextDay('2024-02-28')).toBe('2024-02-29')
  expect(nextDay('2026-12-31')).toBe('2027-01-01')
})
