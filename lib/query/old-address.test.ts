import { expect, test } from 'vitest'
import { newId } from '#/lib/id.ts'
import { readAddress } from './address.ts'
import { EVERYTHING } from './query.ts'

const [a, b] = [newId(), newId()]

test.each([
  ['', EVERYTHING],
  [`theme=${a}&theme=${b}&below=0&stance=opposes`, { is: 'theme', values: [a, b], below: false, stances: ['opposes'] }],
  [
    `actor=${a}.source&actor=${b}`,
    {
      is: 'all',
      of: [
        { is: 'actor', values: [a], role: 'source', members: false },
        { is: 'actor', values: [b], role: null, members: false },
      ],
    },
  ],
  [`actor=${a}&actor=${b}&actors=any`, { is: 'any', of: [a, b].map((id) => ({ is: 'actor', values: [id], role: null, members: false })) }],
  [
    'q=open+"hot+line"&from=2017-01-01',
    {
      is: 'all',
      of: [
        { is: 'words', values: ['open'] },
        { is: 'words', values: ['hot line'] },
        { is: 'published', from: '2017-01-01', to: null },
      ],
    },
  ],
  [
    `state=all&id=${a}`,
    {
      is: 'all',
      of: [
        { is: 'passage', values: ['attached', 'detached'] },
        { is: 'id', values: [a] },
      ],
    },
  ],
])('an address from before is read: %s', (address, query) => {
  expect(readAddress(new URLSearchParams(address))).toEqual({ query, ignored: [] })
})

test('what is not understood is left out and listed', () => {
  const params = new URLSearchParams(
    `actor=${a}.boss&actor=x&stance=loves&stance=opposes&from=2017-02-30&state=gone&lang=<&view=table&below=2`,
  )
  expect(readAddress(params)).toEqual({
    query: { is: 'stance', values: ['opposes'] },
    ignored: [`actor=${a}.boss`, 'actor=x', 'below=2', 'stance=loves', 'state=gone', 'lang=<', 'from=2017-02-30'],
  })
  expect(readAddress(new URLSearchParams('ask=(a'))).toEqual({ query: EVERYTHING, ignored: ['ask=(a'] })
})
