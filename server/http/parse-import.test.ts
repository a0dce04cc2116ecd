import { expect, test } from 'vitest'
import { parseImport } from './parse-import.ts'

async function encoded(body: FormData | string): Promise<[string, Uint8Array<ArrayBuffer>]> {
  const request = new Request('http://a.example', { method: 'POST', body })
  return [request.headers.get('content-type') ?? '', new Uint8Array(await request.arrayBuffer())]
}

function form(fields: Readonly<Record<string, string | File>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('a file with what the person said about it', async () => {
  const bytes = new Uint8Array([0, 255, 13, 10, 45, 45])
  const body = form({ file: new File([bytes], 'Брифинг.txt'), outlet: 'Wire', url: '', direction: 'rtl' })
  expect(await parseImport(...(await encoded(body)))).toEqual({
    fileName: 'Брифинг.txt',
    bytes,
    overrides: { outlet: 'Wire', direction: 'rtl' },
  })
})

test('pasted text under a name, or none', async () => {
  const text = 'One\n\nTwo «три»'
  const named = await parseImport(...(await encoded(form({ text: new File([text], 'A note') }))))
  expect(named).toEqual({ pasted: { text }, overrides: { title: 'A note' } })
  const unnamed = await parseImport(...(await encoded(form({ text: new File([text], 'Pasted text') }))))
  expect(unnamed).toEqual({ pasted: { text }, overrides: {} })
})

test('pasted text as JSON', async () => {
  const json = JSON.stringify({ text: 'a', html: '<b>a</b>', meta: { title: 'T' } })
  expect(await parseImport('application/json', new TextEncoder().encode(json))).toEqual({
    pasted: { text: 'a', html: '<b>a</b>' },
    overrides: { title: 'T' },
  })
})

test.each([
  ['no file', form({ outlet: 'Wire' })],
  ['a file that is a field', form({ file: 'a' })],
  ['metadata that is none', form({ file: new File(['a'], 'a.txt'), direction: 'up' })],
])('nothing is made of %s', async (_, body) => {
  expect(await parseImport(...(await encoded(body)))).toBeNull()
})

test('nothing is made of broken bodies', async () => {
  const [type, body] = await encoded(form({ file: new File(['a'], 'a.txt') }))
  expect(await parseImport(type, body.slice(0, -20))).toBeNull()
  expect(await parseImport('application/json', new TextEncoder().encode('{"a'))).toBeNull()
  expect(await parseImport('application/json', new TextEncoder().encode('{"text":1}'))).toBeNull()
  expect(await parseImport('text/plain', body)).toBeNull()
})
