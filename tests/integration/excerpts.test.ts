import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { updateDocumentMeta } from '#/db/queries/documents.ts'
import { pageOfExcerpts } from '#/db/queries/excerpts.ts'
import { actors, themes } from '#/db/schema/codebook.ts'
import { documents } from '#/db/schema/documents.ts'
import type { Scope } from '#/db/scope.ts'
import { isEdited } from '#/lib/excerpt/excerpt.ts'
import { EVERYTHING } from '#/lib/query/query.ts'
import { ask } from '#/tests/support/ask.ts'
import { testDatabase } from '#/tests/support/database.ts'
import { makeActor } from '#/tests/support/make-actor.ts'
import { makeMember } from '#/tests/support/make-member.ts'
import { makeTheme } from '#/tests/support/make-theme.ts'
import { makeWorkspace } from '#/tests/support/make-workspace.ts'
import { tagDocument } from '#/tests/support/tag-document.ts'

const { db } = testDatabase()

const ENGLISH =
  '🕊️ Talks in Astana.\nThe ministry said coordinates had been passed to the American side,\u2028and the line stays open.\nNobody answered.'
const ARABIC = 'قالت وزارة الدفاع الروسية إن هَيْئَة تحرير الشام تقدمت.\nوأكدت واشنطن أن الخط مفتوح.'

async function desk() {
  const { owner, scope } = await makeWorkspace(db)
  const { user: coder } = await makeMember(db, scope.workspaceId, 'coder', { name: 'Dmitri Sokolov' })
  const mod = await makeActor(db, scope, { name: 'Russian MoD', kind: 'military' })
  const us = await makeActor(db, scope, { name: 'United States' })
  const branch = await makeTheme(db, scope, { name: 'Deconfliction', hue: 3 })
  const hotline = await makeTheme(db, scope, { name: 'Hotline', parentId: branch })
  const english = await tagDocument(db, scope, {
    text: ENGLISH,
    title: 'One phone line',
    publishedOn: '2017-03-14',
    outlet: 'Meridian Wire',
    tags: [
      {
        passage: 'coordinates had been passed to the American side',
        actors: [
          { actorId: us, role: 'recipient' },
          { actorId: mod, role: 'source' },
        ],
        themes: [{ themeId: hotline, stance: 'supports' }],
        memo: 'Compare the briefing',
        userId: coder.id,
      },
      { passage: 'the line stays open', actors: [{ actorId: us, role: 'source' }], themes: [{ themeId: branch, stance: 'opposes' }] },
      { passage: 'Nobody answered', actors: [{ actorId: mod, role: 'mentioned' }] },
    ],
  })
  const arabic = await tagDocument(db, scope, {
    text: ARABIC,
    title: 'الخط',
    language: 'ar',
    direction: 'rtl',
    publishedOn: '2017-03-15',
    tags: [{ passage: 'هَيْئَة تحرير الشام تقدمت', themes: [{ themeId: branch, stance: 'none' }] }],
  })
  return { owner, scope, coder, mod, us, branch, hotline, english, arabic }
}

async function quotes(scope: Scope, asked = ''): Promise<string[]> {
  const { excerpts } = await pageOfExcerpts(db, scope, { query: ask(asked), sort: 'document' })
  return excerpts.map((excerpt) => excerpt.quote)
}

const PASSED = 'coordinates had been passed to the American side'
const OPEN = 'the line stays open'
const NOBODY = 'Nobody answered'
const HTS = 'هَيْئَة تحرير الشام تقدمت'

test('an excerpt carries words, context, place, tags, tagger and source', async () => {
  const { scope, coder, mod, us, hotline, english } = await desk()
  const { excerpts, next } = await pageOfExcerpts(db, scope, {
    query: ask(`excerpt:#${english.annotationIds[0]}`),
    sort: 'document',
  })
  expect(next).toBeNull()
  const [excerpt] = excerpts
  expect(excerpt).toMatchObject({
    quote: PASSED,
    contextBefore: 'The ministry said ',
    contextAfter: ',\u2028and the line stays open.',
    state: 'anchored',
    memo: 'Compare the briefing',
    tagger: { id: coder.id, name: 'Dmitri Sokolov' },
    actors: [
      { id: mod, name: 'Russian MoD', kind: 'military', role: 'source' },
      { id: us, name: 'United States', kind: 'state', role: 'recipient' },
    ],
    themes: [{ id: hotline, path: ['Deconfliction', 'Hotline'], hue: 3, stance: 'supports' }],
    document: {
      id: english.id,
      title: 'One phone line',
      outlet: 'Meridian Wire',
      publishedOn: '2017-03-14',
      language: 'en',
      direction: 'ltr',
    },
  })
  expect(ENGLISH.slice(excerpt?.startUtf16 ?? 0, excerpt?.endUtf16 ?? 0)).toBe(PASSED)
  expect([...ENGLISH].slice(excerpt?.startPoint ?? 0, excerpt?.endPoint ?? 0).join('')).toBe(PASSED)
  expect(excerpt && isEdited(excerpt)).toBe(false)
})

test('documents come as published, newest first, passages as they stand', async () => {
  const { scope } = await desk()
  expect(await quotes(scope)).toEqual([HTS, PASSED, OPEN, NOBODY])
})

test('who, to whom: all actors of a filter in one statement, each in its role', async () => {
  const { scope, mod, us } = await desk()
  expect(await quotes(scope, `actor:#${mod} as source and actor:#${us} as recipient`)).toEqual([PASSED])
  expect(await quotes(scope, `actor:#${mod} as source and actor:#${us} as source`)).toEqual([])
  expect(await quotes(scope, `actor:#${mod} or actor:#${us} as source`)).toEqual([PASSED, OPEN, NOBODY])
  expect(await quotes(scope, `actor:#${mod}, #${us}`)).toEqual([PASSED, OPEN, NOBODY])
  expect(await quotes(scope, 'role:mentioned')).toEqual([NOBODY])
})

test('a theme stands for what is below it, unless asked alone; a stance is the stance towards it', async () => {
  const { scope, branch, hotline } = await desk()
  expect(await quotes(scope, `theme:#${branch}`)).toEqual([HTS, PASSED, OPEN])
  expect(await quotes(scope, `theme:#${branch} without below`)).toEqual([HTS, OPEN])
  expect(await quotes(scope, `theme:#${branch} with stance supports`)).toEqual([PASSED])
  expect(await quotes(scope, `theme:#${hotline} with stance opposes`)).toEqual([])
  expect(await quotes(scope, 'stance:opposes, none')).toEqual([HTS, OPEN])
})

test('words are found in any script without their marks, in quote and memo', async () => {
  const { scope } = await desk()
  expect(await quotes(scope, 'هيئة تحرير')).toEqual([HTS])
  expect(await quotes(scope, 'american COORDINATES')).toEqual([PASSED])
  expect(await quotes(scope, '"american coordinates"')).toEqual([])
  expect(await quotes(scope, 'briefing')).toEqual([PASSED])
  expect(await quotes(scope, '"%"')).toEqual([])
  expect(await quotes(scope, '"_"')).toEqual([])
})

test('words are found in any grammatical form, in the language of the document, in quotes and in whole texts', async () => {
  const { scope, english } = await desk()
  expect(await quotes(scope, 'quote:coordinate')).toEqual([PASSED])
  expect(await quotes(scope, 'quote:"coordinate had been passing"')).toEqual([PASSED])
  expect(await quotes(scope, 'quote:"passing coordinate"')).toEqual([])
  expect(await quotes(scope, 'text:answering')).toEqual([PASSED, OPEN, NOBODY])
  expect(await quotes(scope, 'not text:answering')).toEqual([HTS])
  expect(await updateDocumentMeta(db, scope, english.id, { language: 'fr' })).toBe(true)
  expect(await quotes(scope, 'quote:coordinate')).toEqual([])
  expect(await quotes(scope, 'text:answering')).toEqual([])
})

test('document, language, day and tagger', async () => {
  const { scope, english, coder } = await desk()
  expect(await quotes(scope, `document:#${english.id}`)).toHaveLength(3)
  expect(await quotes(scope, 'language:ar')).toEqual([HTS])
  expect(await quotes(scope, 'published:2017-03-15..')).toEqual([HTS])
  expect(await quotes(scope, 'published:..2017-03-14')).toHaveLength(3)
  expect(await quotes(scope, `tagger:#${coder.id}`)).toEqual([PASSED])
})

test('what is deleted is gone: documents in the bin, actors, themes', async () => {
  const { scope, mod, hotline, branch, arabic } = await desk()
  await db.update(documents).set({ deletedAt: new Date() }).where(eq(documents.id, arabic.id))
  await db.update(actors).set({ deletedAt: new Date() }).where(eq(actors.id, mod))
  await db.update(themes).set({ deletedAt: new Date() }).where(eq(themes.id, hotline))
  expect(await quotes(scope)).toEqual([PASSED, OPEN, NOBODY])
  expect(await quotes(scope, `actor:#${mod}`)).toEqual([])
  expect(await quotes(scope, `theme:#${hotline}`)).toEqual([])
  expect(await quotes(scope, `theme:#${branch}`)).toEqual([OPEN])
  const { excerpts } = await pageOfExcerpts(db, scope, { query: EVERYTHING, sort: 'document' })
  expect(excerpts[0]?.actors.map((actor) => actor.name)).toEqual(['United States'])
  expect(excerpts[0]?.themes).toEqual([])
})

test('nothing crosses the workspace', async () => {
  const { english, mod, branch } = await desk()
  const { scope: other } = await makeWorkspace(db, { name: 'Other desk' })
  expect(await quotes(other)).toEqual([])
  expect(await quotes(other, `passage:attached, detached and excerpt:${english.annotationIds.map((id) => `#${id}`).join(', ')}`)).toEqual(
    [],
  )
  expect(await quotes(other, `actor:#${mod}`)).toEqual([])
  expect(await quotes(other, `theme:#${branch}`)).toEqual([])
})

test('edited words are told from those tagged; deleted ones are detached and shown when asked for', async () => {
  const { scope } = await makeWorkspace(db)
  const text = 'The line is open today. All is calm.'
  await tagDocument(db, scope, {
    text,
    tags: [{ passage: 'line is open' }, { passage: 'calm' }],
    edit: (flat) => {
      flat.delete(1 + text.indexOf('calm'), 4)
      flat.insert(1 + text.indexOf('open'), 'widely ')
    },
  })
  const { excerpts: shown } = await pageOfExcerpts(db, scope, { query: EVERYTHING, sort: 'document' })
  expect(shown.map((excerpt) => [excerpt.quote, excerpt.taggedQuote, isEdited(excerpt)])).toEqual([
    ['line is widely open', 'line is open', true],
  ])
  const { excerpts: detached } = await pageOfExcerpts(db, scope, { query: ask('passage:detached'), sort: 'document' })
  expect(detached.map((excerpt) => [excerpt.quote, excerpt.startUtf16, excerpt.contextBefore])).toEqual([['calm', null, '']])
  expect(await quotes(scope, 'passage:attached, detached')).toEqual(['line is widely open', 'calm'])
})
