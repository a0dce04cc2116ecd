import { expect, test } from 'vitest'
import { readJsonProject } from './read-json-project.ts'

const read = (text: string) => readJsonProject(new TextEncoder().encode(text), 'theme')
const TASKS = JSON.stringify([{ data: { text: 'Ana met Bo.' } }])

test('it is read by what it says, whether or not it begins with a mark of its encoding', async () => {
  for (const text of [TASKS, `\ufeff${TASKS}`])
    expect(await read(text)).toMatchObject({ ok: true, documents: [{ blocks: [{ spans: [{ text: 'Ana met Bo.' }] }] }] })
  const annotation = { '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'https://example.org/1', type: 'Annotation' }
  expect(await read(JSON.stringify({ ...annotation, target: 'https://example.org/a' }))).toMatchObject({ ok: true })
})

test('anything else is refused with a sentence', async () => {
  expect(await read('[{"data":')).toMatchObject({ ok: false, reason: 'corrupt', message: expect.stringMatching(/\.$/) })
  expect(await read('{"a":1}')).toMatchObject({ ok: false, reason: 'unsupported', message: expect.stringMatching(/\.$/) })
})
