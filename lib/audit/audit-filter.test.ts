import { expect, test } from 'vitest'
import { parseAuditFilter, printAuditFilter } from './audit-filter.ts'

const ID = '0195a000-0000-7000-8000-000000000001'
const NOTHING = { userId: null, group: null, from: null, to: null, zone: 'UTC', text: '' }

test('what an address asks for is read and written back', () => {
  const params = new URLSearchParams({
    person: ID,
    group: 'exports',
    from: '2026-01-31',
    to: '2026-02-28',
    zone: 'Europe/Oslo',
    q: 'Две линии',
  })
  const filter = parseAuditFilter(params)
  expect(filter).toEqual({ userId: ID, group: 'exports', from: '2026-01-31', to: '2026-02-28', zone: 'Europe/Oslo', text: 'Две линии' })
  expect(printAuditFilter(filter).toString()).toBe(params.toString())
})

test('what is not understood asks nothing', () => {
  const params = new URLSearchParams({ person: 'me', group: 'all', from: '2026-02-30', to: 'today', zone: 'Mars/Olympus', q: '  ' })
  expect(parseAuditFilter(params)).toEqual(NOTHING)
  expect(parseAuditFilter(new URLSearchParams())).toEqual(NOTHING)
  expect(printAuditFilter(parseAuditFilter(params)).toString()).toBe('')
})
