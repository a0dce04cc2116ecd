import { afterEach, expect, test, vi } from 'vitest'
import { log } from './log.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

function written(act: () => void): string[] {
  const lines: string[] = []
  const take = (chunk: string | Uint8Array) => lines.push(String(chunk)) > 0
  vi.spyOn(process.stdout, 'write').mockImplementation(take)
  vi.spyOn(process.stderr, 'write').mockImplementation(take)
  act()
  vi.restoreAllMocks()
  return lines
}

const all = () => {
  log.debug('a')
  log.info('b')
  log.warn('c')
  log.error('d', new Error('e'))
}

test.each([
  ['debug', 4],
  ['info', 3],
  ['warn', 2],
  ['error', 1],
  ['nonsense', 3],
  ['', 3],
])('LOG_LEVEL %s writes so many of the four', (level, count) => {
  vi.stubEnv('LOG_LEVEL', level)
  expect(written(all)).toHaveLength(count)
})

test('writes neither what a query was given, nor the value the database quotes, nor what a parser read', () => {
  const SECRET = 'what she told me'
  const database = Object.assign(new Error(`invalid input syntax for type uuid: "${SECRET}"`), { severity: 'ERROR', code: '22P02' })
  const query = Object.assign(new Error(`Failed query: select $1\nparams: ${SECRET}`, { cause: database }), { params: [SECRET] })
  const parser = (() => {
    try {
      return JSON.parse(SECRET)
    } catch (error) {
      return error
    }
  })()
  const lines = written(() => {
    for (const error of [database, query, parser]) log.error('failed', error)
  })
  expect(lines).toHaveLength(3)
  expect(lines.join('')).not.toContain('told')
  expect(lines[0]).toContain('invalid input syntax for type uuid (22P02)')
  expect(lines[1]).toContain('Failed query: invalid input syntax for type uuid (22P02)')
})
