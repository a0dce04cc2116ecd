import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { planImport } from '#/lib/codebook/import/plan-import.ts'
import { randomCodebook } from '#/lib/codebook/testing/random-codebook.ts'
import type { WholeCodebook } from '#/lib/codebook/whole-codebook.ts'
import { newId } from '#/lib/id.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { collectBytes } from '#/tests/support/collect.ts'
import { CODEBOOK_FORMATS } from './codebook-formats.ts'
import { CODEBOOK_WRITERS, readCodebookFile } from './registry.ts'

const RUNS = 25
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
const CONTEXT = { workspace: { id: 'w', name: 'Syria desk' }, exportedAt: Date.UTC(2026, 10, 22) }
const SCHEMA = readFileSync(new URL('../../../tests/fixtures/refi/Codebook.xsd', import.meta.url), 'utf8')

/** What somebody has who puts the file into an empty codebook. */
function putIn(into: WholeCodebook, book: Parameters<typeof planImport>[1]): WholeCodebook {
  const plan = planImport(into, book, { takenIds: new Set(), deletedIds: new Set(), merged: {}, newId })
  expect(plan.lost).toEqual([])
  expect(plan.clashes).toEqual([])
  return {
    version: book.version ?? 0,
    kinds: [...into.kinds, ...plan.kinds],
    actors: plan.actors.map(({ after }) => after),
    themes: plan.themes.map(({ after }) => after),
  }
}

/** Without what says nothing: ids of other names. */
function said({ actors, themes, kinds }: WholeCodebook) {
  return { kinds, themes, actors: actors.map((actor) => ({ ...actor, aliases: actor.aliases.map(({ id: _, ...alias }) => alias) })) }
}

test.each(CODEBOOK_FORMATS.map(({ id }) => id))('%s read back is the codebook that was written', async (format) => {
  for (let run = 0; run < RUNS; run++) {
    const seed = SEED + run
    const codebook = randomCodebook(rng(seed), newId)
    const bytes = await collectBytes(CODEBOOK_WRITERS[format](codebook, CONTEXT))
    const read = await readCodebookFile(bytes, 'theme')
    if (!read.ok) throw new Error(`seed ${seed}: ${read.message}`)
    expect(read.notes, `seed ${seed}`).toEqual([])
    // A table names kinds and does not explain them: it goes where they are known.
    const into = { version: 0, kinds: format === 'csv' ? codebook.kinds : [], actors: [], themes: [] }
    const back = putIn(into, read.book)
    expect(said(back), `seed ${seed}`).toEqual(said(codebook))
    if (format !== 'csv') expect(back.version, `seed ${seed}`).toBe(codebook.version)
  }
})

test('the second import of a file changes nothing', async () => {
  for (const { id } of CODEBOOK_FORMATS) {
    const codebook = randomCodebook(rng(SEED), newId)
    const read = await readCodebookFile(await collectBytes(CODEBOOK_WRITERS[id](codebook, CONTEXT)), 'theme')
    if (!read.ok) throw new Error(read.message)
    const { ids: _, ...plan } = planImport(codebook, read.book, { takenIds: new Set(), deletedIds: new Set(), merged: {}, newId })
    expect(plan, `${id}, seed ${SEED}`).toEqual({
      kinds: [],
      actors: [],
      themes: [],
      unchanged: codebook.actors.length + codebook.themes.length,
      clashes: [],
      lost: [],
    })
  }
})

test('every .qdc is valid by the schema of REFI-QDA', async () => {
  const xml = []
  for (let run = 0; run < 5; run++) {
    const codebook = run === 0 ? { version: 1, kinds: [], actors: [], themes: [] } : randomCodebook(rng(SEED + run), newId)
    const bytes = await collectBytes(CODEBOOK_WRITERS.qdc(codebook, CONTEXT))
    xml.push({ fileName: `${run}.qdc`, contents: new TextDecoder().decode(bytes) })
  }
  const { valid, errors } = await validateXML({ xml, schema: SCHEMA })
  expect(errors, `seed ${SEED}`).toEqual([])
  expect(valid).toBe(true)
})

test('the schema says no to what is none', async () => {
  const xml = '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes/><Sets/></CodeBook>'
  expect((await validateXML({ xml, schema: SCHEMA })).valid).toBe(false)
})
