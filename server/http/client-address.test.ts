import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { addressKey, clientAddress } from './client-address.ts'

const request = (forwarded?: string) =>
  ({
    socket: { remoteAddress: '10.0.0.1' },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

test.each([
  ['no proxy: the socket, whatever is claimed', 0, '1.2.3.4', '10.0.0.1'],
  ['one proxy: what it saw', 1, '1.2.3.4', '1.2.3.4'],
  ['one proxy: not what the client wrote before it', 1, '6.6.6.6, 1.2.3.4', '1.2.3.4'],
  ['two proxies: what the outer one saw', 2, '6.6.6.6, 1.2.3.4, 10.0.0.2', '1.2.3.4'],
  ['fewer entries than proxies: the farthest there is', 2, '1.2.3.4', '1.2.3.4'],
  ['a proxy that says nothing: the socket', 1, undefined, '10.0.0.1'],
])('%s', (_, proxies, forwarded, address) => {
  expect(clientAddress(request(forwarded), proxies)).toBe(address)
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s is %s', (address, key) => {
  expect(addressKey(address)).toBe(key)
})
