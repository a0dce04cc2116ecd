import { expect, test } from 'vitest'
import { collabAddress, PROTOCOL, readPageVersion, SCHEMA } from './protocol.ts'

test('a page says its generation, protocol and schema in the address', () => {
  const address = collabAddress('ws://127.0.0.1:3000/collab', 7)
  expect(readPageVersion(new URL(address))).toEqual({ generation: 7, protocol: PROTOCOL, schema: SCHEMA })
})

test.each(['', '?generation=', '?generation=1e3', '?generation=-1', '?generation=1.5', '?generation=9999999999'])(
  '%j says nothing',
  (query) => {
    expect(readPageVersion(new URL(`ws://127.0.0.1/collab${query}`)).generation).toBeNaN()
  },
)
