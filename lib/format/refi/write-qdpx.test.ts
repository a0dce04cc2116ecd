import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { printFacts } from '#/lib/annotation/facts.ts'
import { readZipParts } from '#/lib/format/import/zip-parts.ts'
import type { ExchangeDocument, ExchangeSource } from '#/lib/format/project/exchange-project.ts'
import { randomProject } from '#/lib/format/project/testing/random-project.ts'
import { newId } from '#/lib/id.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { collectBytes } from '#/tests/support/collect.ts'
import { QDPX_PROFILES, type QdpxProfile } from './profiles.ts'
import { readQdpx } from './read-qdpx.ts'
import { qdpxWriter } from './write-qdpx.ts'

const RUNS = 25
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
const SCHEMA = readFileSync(new URL('../../../tests/fixtures/refi/Project.xsd', import.meta.url), 'utf8')

async function qdeOf(bytes: Uint8Array): Promise<string> {
  const zip = await readZipParts(bytes, (name) => name === 'project.qde')
  if (!zip.ok) throw new Error(zip.message)
  return new TextDecoder().decode(zip.parts.get('project.qde'))
}

const write = (source: ExchangeSource, profile: QdpxProfile) => collectBytes(qdpxWriter(profile)(source))
const filled = (facts: Record<string, string>) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''))

/** What a file can say of a document of ours, tags by the names of their entries. */
function said({ title, outlet, author, publishedOn, url, language, text, statements }: ExchangeDocument, { project }: ExchangeSource) {
  const nameOf = new Map([...project.codebook.actors, ...project.codebook.themes].map(({ id, name }) => [id, name]))
  const people = new Map(project.people.map(({ id, name }) => [id, name]))
  return {
    ...{ title, outlet, author, publishedOn, url, language, text },
    statements: statements.flatMap(({ range, quote, actors, themes, facts, memos, by, createdAt }) => {
      const tags = [
        ...actors.map(({ actorId, role }) => `${nameOf.get(actorId)} ${role}`),
        ...themes.map(({ themeId, stance }) => `${nameOf.get(themeId)} ${stance}`),
      ].sort()
      const memo = memos.map((one) => one.text).join('\n\n')
      if (!range || (tags.length === 0 && memo === '' && Object.values(printFacts(facts)).every((fact) => fact === ''))) return []
      return [{ range, quote, tags, facts: filled(printFacts(facts)), memo, by: people.get(by), at: createdAt }]
    }),
  }
}

async function back(bytes: Uint8Array) {
  const project = await readQdpx(bytes, 'theme')
  if (!project.ok) throw new Error(project.message)
  const documents = project.documents.map(({ title, outlet, author, publishedOn, url, language, text, statements }) => ({
    ...{ title, outlet, author, publishedOn, url, language, text },
    statements: statements.map(({ range, quote, tags, facts, memo, by, at }) => {
      const named = tags.map(
        (tag) => `${tag.path.at(-1)} ${tag.kind === 'actor' ? tag.role : tag.kind === 'theme' ? (tag.stance ?? 'none') : ''}`,
      )
      return { range, quote, tags: named.sort(), facts, memo, by, at }
    }),
  }))
  return { ...project, documents }
}

test.each(QDPX_PROFILES)('a project written for %s is valid by the schema and reads back as it was', async (profile) => {
  const xml: { fileName: string; contents: string }[] = []
  for (let run = 0; run < RUNS; run++) {
    const source = randomProject(rng(SEED + run), newId)
    const bytes = await write(source, profile)
    const read = await back(bytes)
    expect(read.documents, `seed ${SEED + run}`).toEqual(source.all.map((document) => said(document, source)))
    expect(read.book?.actors.map(({ id }) => id).sort(), `seed ${SEED + run}`).toEqual(
      source.project.codebook.actors.map(({ id }) => id).sort(),
    )
    expect(
      read.notes.filter((note) => /within words|not within/.test(note)),
      `seed ${SEED + run}`,
    ).toEqual([])
    if (run < 5) xml.push({ fileName: `project-${SEED + run}.xml`, contents: await qdeOf(bytes) })
  }
  const { valid, errors } = await validateXML({ xml, schema: SCHEMA, initialMemoryPages: 256, maxMemoryPages: 2048 })
  expect(errors, `seed ${SEED}`).toEqual([])
  expect(valid).toBe(true)
})

test('sizes stand before the data, as other programs write them, and the same project is the same bytes', async () => {
  const source = randomProject(rng(SEED), newId)
  const bytes = await write(source, 'standard')
  expect(new DataView(bytes.buffer, bytes.byteOffset).getUint16(6, true) & 0x8).toBe(0)
  expect(await write(source, 'standard')).toEqual(bytes)
})

test('a program that counts as NVivo does finds the words in its file', async () => {
  const source = randomProject(rng(SEED), newId)
  const zip = await readZipParts(await write(source, 'nvivo'), () => true)
  if (!zip.ok) throw new Error(zip.message)
  const qde = new TextDecoder().decode(zip.parts.get('project.qde'))
  for (const document of source.all) {
    const element = qde.slice(qde.indexOf(`<TextSource guid="${document.id}"`))
    const path = /internal:\/\/([^"]+)/.exec(element)?.[1]
    const raw = new TextDecoder('utf-8', { ignoreBOM: true }).decode(zip.parts.get(`sources/${path}`))
    expect(raw.startsWith('\ufeff')).toBe(true)
    for (const { id, quote, range } of document.statements) {
      const found = new RegExp(`guid="${id}"[^>]* startPosition="(\\d+)" endPosition="(\\d+)"`).exec(element)
      expect(found === null, `seed ${SEED}`).toBe(range === null)
      if (found) expect(raw.slice(1).slice(Number(found[1]), Number(found[2])).replaceAll('\r\n', '\n'), `seed ${SEED}`).toBe(quote)
    }
  }
})
