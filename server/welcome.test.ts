import { expect, test } from 'vitest'
import { welcome } from './welcome.ts'

const LOCAL = { origin: 'http://127.0.0.1:3000', isExposed: false, dataDir: 'data' }
const PUBLIC = { origin: 'https://interline.example', isExposed: true, dataDir: '/srv/interline' }
const sample = { email: 'analyst@interline.example', password: 'k7mq-3xvd-9tzh', isNew: false }

test('on this machine every start says how to sign in', () => {
  expect(welcome({ env: LOCAL, sample, setupToken: null })).toEqual([
    'Interline is ready at http://127.0.0.1:3000  ·  sample sign-in: analyst@interline.example / k7mq-3xvd-9tzh',
  ])
})

test('where others can come, only the start that made the password prints it', () => {
  expect(welcome({ env: PUBLIC, sample: { ...sample, isNew: true }, setupToken: null })[0]).toContain('k7mq-3xvd-9tzh')
  expect(welcome({ env: PUBLIC, sample, setupToken: null }).join()).not.toContain('k7mq-3xvd-9tzh')
})

test('the first person gets a link, and a network without TLS a warning', () => {
  expect(welcome({ env: PUBLIC, sample: null, setupToken: 'token' })).toEqual([
    'Interline is ready at https://interline.example',
    expect.stringContaining('https://interline.example/sign-up?setup=token'),
  ])
  const lines = welcome({ env: { ...PUBLIC, origin: 'http://192.0.2.7:3000' }, sample: null, setupToken: null })
  expect(lines[1]).toContain('unencrypted')
})
