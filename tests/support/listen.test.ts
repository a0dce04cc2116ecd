import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freePort } from './free-port.ts'
import { listen } from './listen.ts'

test('a port that somebody gives back is taken then', async () => {
  const port = await freePort()
  const [first, second] = [createServer(), createServer()]
  await listen(first, port)
  const taken = listen(second, port)
  first.close()
  await taken
  expect(second.address()).toMatchObject({ port })
  second.close()
})
