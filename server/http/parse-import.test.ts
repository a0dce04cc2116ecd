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
  const body = form({ workspaceId: 'w', file: new File([bytes], 'Брифинг.txt'), outlet: 'Wire', url: '', direction: 'rtl' })
  expect(await parseImport(...(await encoded(body)))).toEqual({
    workspaceId: 'w',
    input: { fileName: 'Брифинг.txt', bytes, overrides: { outlet: 'Wire', direction: 'rtl' } },
  })
})

test('pasted text under a name, or none', async () => {
  const text = 'One\n\nTwo «три»'
  const named = await parseImport(...(await encoded(form({ workspaceId: 'w', text: new File([text], 'A note') }))))
  expect(named?.input).toEqual({ pasted: { text }, overrides: { title: 'A note' } })
  const unnamed = await parseImport(...(await encoded(form({ workspaceId: 'w', text: new File([text], 'Pasted text') }))))
  expect(unnamed?.input).toEqual({ pasted: { text }, overrides: {} })
})

test('pasted text as JSON', async () => {
  const json = JSON.stringify({ workspaceId: 'w', text: 'a', html: '<b>a</b>', meta: { title: 'T' } })
  expect(await parseImport('application/json', new TextEncoder().encode(json))).toEqual({
    workspaceId: 'w',
    input: { pasted: { text: 'a', html: '<b>a</b>' }, overrides: { title: 'T' } },
  })
})

test.each([
  ['no workspace', form({ file: new File(['a'], 'a.txt') })],
  ['no file', form({ workspaceId: 'w' })],
  ['a file that is a field', form({ workspaceId: 'w', file: 'a' })],
  ['metadata that is none', form({ workspaceId: 'w', file: new File(['a'], 'a.txt'), direction: 'up' })],
])('nothing is made of %s', async (_, body) => {
  expect(await parseImport(...(await encoded(body)))).toBeNull()
})

test('nothing is made of broken bodies', async () => {
  const [type, body] = await encoded(form({ workspaceId: 'w', file: new File(['a'], 'a.txt') }))
  expect(await parseImport(type, body.slice(0, -20))).toBeNull()
  expect(await parseImport('application/json', new TextEncoder().encode('{"a'))).toBeNull()
  expect(await parseImport('application/json', new TextEncoder().encode('{"workspaceId":1,"text":"a"}'))).toBeNull()
  expect(await parseImport('text/plain', body)).toBeNull()
})
