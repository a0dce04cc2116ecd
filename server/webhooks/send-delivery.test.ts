import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { sendDelivery } from './send-delivery.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function receiver(answer: (request: IncomingMessage, body: string) => { status: number; headers?: Record<string, string> } | null) {
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const given = answer(request, body)
    if (given) response.writeHead(given.status, given.headers).end('x'.repeat(100_000))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://localhost:${(server.address() as AddressInfo).port}/hook?a=1`
}
const anywhere = { isAllowed: () => true }

test('a delivery arrives with its headers and its body', async () => {
  let seen: unknown
  const url = await receiver((request, body) => {
    seen = { method: request.method, url: request.url, id: request.headers['webhook-id'], type: request.headers['content-type'], body }
    return { status: 204 }
  })
  expect(await sendDelivery(url, { 'webhook-id': 'one' }, '{"é":1}', anywhere)).toEqual({ status: 204, problem: '' })
  expect(seen).toEqual({ method: 'POST', url: '/hook?a=1', id: 'one', type: 'application/json', body: '{"é":1}' })
})

test('what is no 2xx is a problem, and redirects are not followed', async () => {
  let asked = 0
  const url = await receiver(() => {
    asked++
    return { status: 302, headers: { Location: 'http://169.254.169.254/' } }
  })
  expect(await sendDelivery(url, {}, '{}', anywhere)).toMatchObject({ status: 302, problem: expect.stringContaining('redirect') })
  expect(asked).toBe(1)
  const broken = await receiver(() => ({ status: 500 }))
  expect(await sendDelivery(broken, {}, '{}', anywhere)).toEqual({ status: 500, problem: 'It answered 500.' })
})

test('a receiver that keeps silent is given up, and so is one that is not there', async () => {
  const url = await receiver(() => null)
  expect(await sendDelivery(url, {}, '{}', { ...anywhere, patienceMs: 200 })).toEqual({ status: null, problem: 'No answer in time.' })
  const gone = new URL(url)
  servers[0]?.closeAllConnections()
  await new Promise((resolve) => servers.splice(0)[0]?.close(resolve))
  expect(await sendDelivery(gone.href, {}, '{}', anywhere)).toMatchObject({
    status: null,
    problem: expect.stringContaining('No connection'),
  })
})

test('nothing is sent to our own machine or network, whether by address or by a name that leads there', async () => {
  let asked = 0
  const url = new URL(
    await receiver(() => {
      asked++
      return { status: 200 }
    }),
  )
  for (const host of ['localhost', '127.0.0.1', '[::1]', '0.0.0.0', '2130706433', '169.254.169.254', '[::ffff:127.0.0.1]', '10.0.0.1']) {
    url.hostname = host
    expect(await sendDelivery(url.href, {}, '{}'), host).toMatchObject({ status: null, problem: expect.stringContaining('open Internet') })
  }
  expect(asked).toBe(0)
})
