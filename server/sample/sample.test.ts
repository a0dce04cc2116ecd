import { expect, test } from 'vitest'
import { readAnnotations } from '#/lib/annotation/layer.ts'
import { projectLayer } from '#/lib/annotation/project.ts'
import { aliasesProblem } from '#/lib/codebook/check-alias.ts'
import { designationProblem, membershipProblem } from '#/lib/codebook/check-details.ts'
import { readExternalId } from '#/lib/codebook/external-id.ts'
import { nameAt } from '#/lib/codebook/name-at.ts'
import { SYRIA_DESK_THEMES } from '#/lib/codebook/ready-made/syria-desk.ts'
import { HUES } from '#/lib/codebook/theme-hue.ts'
import { extractFile } from '#/lib/format/import/registry.ts'
import { blocksText } from '#/lib/text/block.ts'
import { createTextDoc } from '#/lib/text/flat.ts'
import { randomCode } from '#/server/auth/random-code.ts'
import { SAMPLE_ACTORS } from './actors.ts'
import { buildLayer } from './build-layer.ts'
import { findQuote } from './find-quote.ts'
import { placeCodebook } from './place-codebook.ts'
import { placeDetails } from './place-details.ts'
import { readSampleFile, SAMPLE_SOURCES } from './sample-sources.ts'
import { tagTime } from './tag-times.ts'

const codebook = placeCodebook(SAMPLE_ACTORS, SYRIA_DESK_THEMES)
const analysts = { layla: 'u1', dmitri: 'u2', maren: 'u3' }

async function read(source: (typeof SAMPLE_SOURCES)[number]) {
  const file = await extractFile(await readSampleFile(source), { fileName: `${source.file}.md` })
  if (!file.ok) throw new Error(file.message)
  return file
}

test.each(SAMPLE_SOURCES)('$file: every quote stands in the text, every name is in the codebook', async (source) => {
  const { blocks } = await read(source)
  const text = createTextDoc(blocks)
  const layer = buildLayer(text, source.tags, { codebook, analysts, timeOf: (n) => 1_700_000_000_000 + n })
  expect(readAnnotations(layer)).toHaveLength(source.tags.length)
  const { excerpts } = projectLayer(text, layer)
  const quotes = excerpts.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()).map((excerpt) => excerpt.quote)
  expect(quotes).toEqual(source.tags.map((tag) => tag.quote))
  expect(excerpts.every((excerpt) => excerpt.state === 'anchored' && excerpt.survival === 1)).toBe(true)
})

test.each(SAMPLE_SOURCES)('$file says where it is from, and reads as prose', async (source) => {
  const file = await read(source)
  expect(file.title).not.toBe('')
  expect(file.outlet).not.toBe('')
  expect(file.publishedOn).toMatch(/^20\d\d-\d\d-\d\d$/)
  expect(file.url).toMatch(/^https:\/\/[a-z-]+\.example\//)
  expect(file.notes).toEqual([])
  expect(file.blocks.filter((block) => block.type !== 'heading' && blocksText([block]).length > 80).length).toBeGreaterThanOrEqual(8)
})

test('English, Russian and Arabic, in the right direction', async () => {
  const files = await Promise.all(SAMPLE_SOURCES.map(read))
  const languages = files.map((file) => `${file.language} ${file.direction}`).toSorted()
  expect(languages).toEqual(['ar rtl', 'ar rtl', 'en ltr', 'en ltr', 'en ltr', 'en ltr', 'ru ltr', 'ru ltr'])
})

test('nothing in the codebook is there for show: every actor but a few, and every theme below a branch, is used', () => {
  const tags = SAMPLE_SOURCES.flatMap((source) => source.tags)
  const usedThemes = new Set(tags.flatMap((tag) => tag.themes?.map(([name]) => name) ?? []))
  const leaves = SYRIA_DESK_THEMES.flatMap((branch) => branch.children ?? []).map((theme) => theme.name)
  expect(leaves.filter((name) => !usedThemes.has(name))).toEqual([])
  const usedActors = new Set(tags.flatMap((tag) => tag.actors?.map(([name]) => name) ?? []))
  expect(SAMPLE_ACTORS.filter((actor) => !usedActors.has(actor.name)).map((actor) => actor.name)).toEqual([])
  expect(tags.length).toBeGreaterThan(110)
  expect(new Set(tags.map((tag) => tag.by)).size).toBe(3)
  expect(SAMPLE_ACTORS.length).toBeGreaterThanOrEqual(30)
})

test('names, groups, identifiers and designations are such as the product would take', () => {
  const { actors } = codebook
  const { memberships, externalIds, designations } = placeDetails(SAMPLE_ACTORS, actors)
  expect(actors.flatMap((actor) => aliasesProblem(actor.aliases) ?? [])).toEqual([])
  expect(actors.flatMap(({ aliases }) => aliases.filter((alias) => alias.language === 'und'))).toEqual([])
  expect(memberships.flatMap((one) => membershipProblem(one, memberships, () => true) ?? [])).toEqual([])
  expect(externalIds.map(({ scheme, value }) => readExternalId(scheme, value))).toEqual(
    externalIds.map(({ scheme, value }) => ({ ok: true, scheme, value })),
  )
  expect(designations.flatMap((one) => designationProblem(one) ?? [])).toEqual([])
  const hts = actors.find((actor) => actor.name === 'HTS')!
  expect(['2016-07-01', '2016-08-01', '2024-12-01'].map((day) => nameAt(hts, { day }))).toEqual([
    'Nusra Front',
    'Jabhat Fateh al-Sham',
    'HTS',
  ])
  expect(nameAt(hts, { day: '2024-12-01', language: 'ru' })).toBe('Хайят Тахрир аш-Шам')
})

test('branches have hues of their own', () => {
  const hues = SYRIA_DESK_THEMES.map((branch) => branch.hue ?? 0)
  expect(new Set(hues).size).toBe(hues.length)
  expect(hues.every((hue) => hue >= 1 && hue <= HUES)).toBe(true)
})

test('a name that is not there, or words that stand there twice, are errors', () => {
  expect(() => placeCodebook([{ name: 'A', kind: 'state', parent: 'B', aliases: [] }], [])).toThrow('named B')
  expect(() => findQuote('one two one', 'one')).toThrow('2 times')
  expect(findQuote('one two one', 'one', 2)).toEqual([8, 11])
  expect(() => findQuote('one two one', 'one', 3)).toThrow('only 2 times')
})

test('sample work happened in order, before now', () => {
  const now = 1_750_000_000_000
  const times = Array.from({ length: 139 }, (_, n) => tagTime(n, 139, now))
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times.at(-1)!).toBeLessThan(now - 3_600_000)
})

test('passwords are long enough and differ', () => {
  expect(randomCode()).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/)
  expect(randomCode()).not.toBe(randomCode())
})
