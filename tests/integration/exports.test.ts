import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { countMatching } from '#/db/queries/excerpt-counts.ts'
import { countLosses } from '#/db/queries/excerpt-losses.ts'
import { mintScope, type Scope } from '#/db/scope.ts'
import { printReporters } from '#/lib/annotation/reporters.ts'
import type { FormatId } from '#/lib/format/export/export-format.ts'
import { newId } from '#/lib/id.ts'
import { EVERYTHING, type Query } from '#/lib/query/query.ts'
import { rng } from '#/lib/text/testing/rng.ts'
import { exportExcerpts } from '#/server/usecases/export-excerpts.ts'
import { ask } from '#/tests/support/ask.ts'
import { checkAnnotationCollection } from '#/tests/support/check-web-annotation.ts'
import { collectBytes } from '#/tests/support/collect.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { parseCsv } from '#/tests/support/parse-csv.ts'
import { randomExcerpts } from '#/tests/support/random-excerpts.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const { db } = testDatabase()
const NOW = Date.UTC(2026, 10, 22, 10)
const DEPS = { db, log: db, origin: 'https://interline.example', now: NOW }

const TEXT = '🕊️ Talks.\nThe ministry said the line\u2028stays open.\nالخط 😀 مفتوح الآن.'

async function desk() {
  const { owner, scope } = await makeWorkspace(db)
  const mod = await makeActor(db, scope, { name: 'Russian MoD', kind: 'military' })
  const branch = await makeTheme(db, scope, { name: 'Deconfliction', hue: 3, definition: 'Not to collide' })
  const hotline = await makeTheme(db, scope, { name: 'Hotline', parentId: branch })
  const document = await tagDocument(db, scope, {
    text: TEXT,
    title: 'One phone line',
    publishedOn: '2017-03-14',
    tags: [
      {
        passage: 'the line\u2028stays open',
        actors: [{ actorId: mod, role: 'source' }],
        themes: [{ themeId: hotline, stance: 'supports' }],
        memo: '@see p. 3',
        facts: {
          status: 'planned',
          date: '2017-03',
          reportedBy: printReporters([{ name: 'Meridian Wire' }, { actor: mod }, { actor: newId() }]),
        },
      },
      { passage: 'الخط 😀 مفتوح', themes: [{ themeId: branch, stance: 'mixed' }] },
    ],
  })
  return { owner, scope, document, hotline }
}

async function exported(scope: Scope, format: FormatId, query: Query = EVERYTHING) {
  const made = await exportExcerpts(scope, { query, format, escapeFormulas: true }, DEPS)
  if (!made.ok) throw new Error(made.reason)
  return { ...made, bytes: await collectBytes(made.body) }
}

test('every format quotes both what the text says and what the original said', async () => {
  const { scope } = await makeWorkspace(db)
  const edit = (text: Y.Text) => {
    const at = text.toString().indexOf('seven')
    text.insert(at + 5, 'nine')
    text.delete(at, 5)
  }
  await tagDocument(db, scope, { text: 'Army: seven rockets fell.', tags: [{ passage: 'Army: seven rockets' }], edit })
  const [header = [], row = []] = parseCsv(new TextDecoder().decode((await exported(scope, 'csv')).bytes))
  const cells = Object.fromEntries(header.map((name, i) => [name, row[i]]))
  expect(cells).toMatchObject({ quote: 'Army: nine rockets', original_quote: 'Army: seven rockets', original_differs: 'yes' })
  expect(cells).toMatchObject({ original_start_utf16: '0', original_end_codepoint: '19' })
  const [sheet] = (await readXlsx((await exported(scope, 'xlsx')).bytes)).sheets
  const [names = [], first = []] = sheet?.rows ?? []
  expect(first[names.indexOf('original_quote')]).toBe('Army: seven rockets')
  const { first: page } = JSON.parse(new TextDecoder().decode((await exported(scope, 'jsonld')).bytes))
  const { selector, 'interline:original': original } = page.items[0].target
  expect([selector[0].exact, original.selector[0].exact]).toEqual(['Army: nine rockets', 'Army: seven rockets'])
})

const PLAIN = TEXT.replaceAll('\u2028', '\n')

test('CSV: exact words at exact places, from a tag in a live text to a cell', async () => {
  const { scope, owner, document } = await desk()
  const { bytes, fileName, mediaType } = await exported(scope, 'csv')
  expect(fileName).toBe('Syria-desk-excerpts-2026-11-22.csv')
  expect(mediaType).toBe('text/csv; charset=utf-8')
  const [header = [], ...rows] = parseCsv(new TextDecoder().decode(bytes))
  const cell = (row: number, name: string) => rows[row]?.[header.indexOf(name)]
  expect(rows).toHaveLength(3)
  for (const row of [0, 1, 2]) {
    expect(PLAIN.slice(Number(cell(row, 'start_utf16')), Number(cell(row, 'end_utf16')))).toBe(cell(row, 'quote'))
    expect([...PLAIN].slice(Number(cell(row, 'start_codepoint')), Number(cell(row, 'end_codepoint'))).join('')).toBe(cell(row, 'quote'))
  }
  expect(
    [0, 1, 2].map((row) => [cell(row, 'tag_kind'), cell(row, 'actor'), cell(row, 'role'), cell(row, 'theme_path'), cell(row, 'stance')]),
  ).toEqual([
    ['actor', 'Russian MoD', 'source', '', ''],
    ['theme', '', '', 'Deconfliction > Hotline', 'supports'],
    ['theme', '', '', 'Deconfliction', 'mixed'],
  ])
  expect(cell(0, 'reported_by')).toBe('Meridian Wire > Russian MoD > Deleted actor')
  expect(['status', 'event_from', 'event_until', 'codebook_version'].map((name) => cell(1, name))).toEqual([
    'planned',
    '2017-03-01',
    '2017-03-31',
    '0',
  ])
  expect(cell(0, 'memo')).toBe("'@see p. 3")
  expect(cell(0, 'author')).toBe(owner.name)
  expect(cell(0, 'link')).toBe(
    `https://interline.example/w/${scope.workspaceId}/documents/${document.id}?annotation=${document.annotationIds[0]}`,
  )
})

test('XLSX: the same rows, with relations, codebook, documents and a guide', async () => {
  const { scope } = await desk()
  const { sheets } = await readXlsx((await exported(scope, 'xlsx')).bytes)
  expect(sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([
    ['excerpts', 4],
    ['relations', 2],
    ['codebook', 4],
    ['documents', 2],
    ['readme', expect.any(Number)],
  ])
  expect(sheets[0]?.rows[1]).toContain('the line\nstays open')
  expect(sheets[0]?.rows[1]).toContain('@see p. 3')
})

test('Web Annotations: valid, with selectors that give the exact words', async () => {
  const { scope, document } = await desk()
  const collection = JSON.parse(new TextDecoder().decode((await exported(scope, 'jsonld')).bytes))
  expect(checkAnnotationCollection(collection)).toEqual([])
  expect(collection.first.items.map((item: { id: string }) => item.id)).toEqual(document.annotationIds.map((id) => `urn:uuid:${id}`))
  for (const { target } of collection.first.items) {
    const [words, position] = target.selector
    expect([...PLAIN].slice(position.start, position.end).join('')).toBe(words.exact)
    expect(PLAIN).toContain((words.prefix ?? '') + words.exact + (words.suffix ?? ''))
  }
})

test('an export holds what the query asks for and nothing else', async () => {
  const { scope, hotline } = await desk()
  const { bytes } = await exported(scope, 'csv', ask(`theme:#${hotline}`))
  expect(parseCsv(new TextDecoder().decode(bytes))).toHaveLength(3)
  const { scope: other } = await makeWorkspace(db, { name: 'Other desk' })
  expect(parseCsv(new TextDecoder().decode((await exported(other, 'csv')).bytes))).toHaveLength(1)
})

test('formats with whole texts: the documents of what was asked for, with the statements that match', async () => {
  const { scope, hotline, document } = await desk()
  const lines = new TextDecoder()
    .decode((await exported(scope, 'spacy')).bytes)
    .trim()
    .split('\n')
  const [task] = lines.map((line) => JSON.parse(line))
  expect(lines).toHaveLength(1)
  expect(task.text).toBe(PLAIN)
  const words = ({ start, end, label }: { start: number; end: number; label: string }) => [[...task.text].slice(start, end).join(''), label]
  expect(task.spans.map(words)).toEqual([
    ['the line\nstays open', 'Russian MoD'],
    ['the line\nstays open', 'Deconfliction > Hotline'],
    ['الخط 😀 مفتوح', 'Deconfliction'],
  ])
  const onHotline: Query = { is: 'theme', values: [hotline], below: true, stances: [] }
  const some = JSON.parse(new TextDecoder().decode((await exported(scope, 'spacy', onHotline)).bytes))
  expect(new Set(some.spans.map(({ statement }: { statement: string }) => statement))).toEqual(new Set([document.annotationIds[0]]))
  const { scope: other } = await makeWorkspace(db, { name: 'Other desk' })
  expect((await exported(other, 'spacy')).bytes).toHaveLength(0)
})

test('what formats lose is counted over the very excerpts', async () => {
  const { scope, hotline } = await desk()
  const all = await countLosses(db, scope, EVERYTHING)
  expect(all).toMatchObject({
    excerpts: 2,
    documents: 1,
    memos: 1,
    events: 1,
    details: 1,
    stances: 2,
    shades: 1,
    unsourced: 1,
    untagged: 0,
  })
  expect(all).toMatchObject({ coordinates: 1, detached: 0, comments: 0, past: 0, long: 0, otherRoles: 0, important: 0 })
  const onHotline: Query = { is: 'theme', values: [hotline], below: true, stances: [] }
  expect(await countLosses(db, scope, onHotline)).toMatchObject({ excerpts: 1, memos: 1, shades: 0, unsourced: 0 })
})

test('every member may export', async () => {
  const { scope } = await desk()
  for (const role of ['viewer', 'commenter', 'coder', 'editor', 'owner'] as const) {
    const made = await exportExcerpts(
      mintScope(scope.workspaceId, scope.userId, role),
      { query: EVERYTHING, format: 'csv', escapeFormulas: true },
      DEPS,
    )
    expect(made.ok).toBe(true)
  }
})

test('a large export comes in pieces, one batch at a time, and the database answers others in between', async () => {
  const { owner, scope } = await makeWorkspace(db)
  const actorIds = [await makeActor(db, scope, { name: 'A' })]
  await randomExcerpts(db, scope, rng(7), { actorIds, themeIds: [], taggerIds: [owner.id] }, { documents: 40, each: 160 })
  const total = await countMatching(db, scope, EVERYTHING)
  expect(total).toBeGreaterThan(2000)

  const made = await exportExcerpts(scope, { query: EVERYTHING, format: 'csv', escapeFormulas: true }, DEPS)
  if (!made.ok) throw new Error(made.reason)
  const pieces: string[] = []
  for await (const piece of made.body) {
    pieces.push(piece as string)
    expect(await countMatching(db, scope, EVERYTHING)).toBe(total)
  }
  const batches = pieces.slice(1).map((piece) => new Set(parseCsv(piece).map((row) => row[0])))
  expect(Math.max(...batches.map((ids) => ids.size))).toBeLessThanOrEqual(1000)
  expect(batches.reduce((sum, ids) => sum + ids.size, 0)).toBe(total)
})
