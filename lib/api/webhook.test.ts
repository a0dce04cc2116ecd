import { expect, test } from 'vitest'
import { isSigned, MOST_TRIES, printSecret, signedHeaders, waitAfter } from './webhook.ts'

// The example of the Standard Webhooks specification's reference libraries.
const KEY = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
const DELIVERY = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', atS: 1614265330, body: '{"test": 2432232314}' }

test('a delivery is signed as Standard Webhooks says', () => {
  expect(signedHeaders(KEY, DELIVERY)['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  expect(printSecret(KEY)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')
})

test('a receiver takes it with the right key, body, id and time, and with nothing else', () => {
  const headers = signedHeaders(KEY, DELIVERY)
  const secret = printSecret(KEY)
  const now = { nowS: DELIVERY.atS + 10 }
  expect(isSigned(secret, headers, DELIVERY.body, now)).toBe(true)
  expect(isSigned(secret, { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }, DELIVERY.body, now)).toBe(true)
  expect(isSigned(printSecret(Buffer.alloc(24)), headers, DELIVERY.body, now)).toBe(false)
  expect(isSigned(secret, headers, `${DELIVERY.body} `, now)).toBe(false)
  expect(isSigned(secret, { ...headers, 'webhook-id': 'other' }, DELIVERY.body, now)).toBe(false)
  expect(isSigned(secret, { ...headers, 'webhook-timestamp': String(DELIVERY.atS + 1) }, DELIVERY.body, now)).toBe(false)
  expect(isSigned(secret, headers, DELIVERY.body, { nowS: DELIVERY.atS + 301 })).toBe(false)
  expect(isSigned(secret, {}, DELIVERY.body, now)).toBe(false)
})

test('waits grow, stay within a tenth of what is meant, and end', () => {
  const waits = Array.from({ length: MOST_TRIES - 1 }, (_, n) => [waitAfter(n + 1, 0), waitAfter(n + 1, 1)] as [number, number])
  for (const [shortest, longest] of waits) expect(longest / shortest).toBeCloseTo(1.1 / 0.9, 3)
  expect(waits.map(([first]) => first)).toEqual(waits.map(([first]) => first).toSorted((a, b) => a - b))
  expect(waitAfter(MOST_TRIES, 0.5)).toBeNull()
})
