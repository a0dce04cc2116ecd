import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addActor, createAnnotation, removeActor, removeTheme, setTheme } from '#/lib/annotation/commands.ts'
import { layerMap, readAnnotation } from '#/lib/annotation/layer.ts'
import { settleThemes } from '#/lib/annotation/project.ts'
import { printReporters } from '#/lib/annotation/reporters.ts'
import { resolveTags } from '#/lib/annotation/resolve-tags.ts'
import { newId } from '#/lib/id.ts'

const [ME, YOU] = [newId(), newId()]
const [HTS, NUSRA, FATAH] = [newId(), newId(), newId()]
const [HOTLINE, PHONE] = [newId(), newId()]
const MERGED = { [NUSRA]: HTS, [FATAH]: HTS, [PHONE]: HOTLINE }
const EVERYONE = { everyone: true, merged: MERGED }
const OWN = { merged: MERGED }

/** One statement of mine that you have tagged too. */
function setUp() {
  const layer = new Y.Doc()
  const about = { userId: ME, runs: [[1, 0, 4] as [number, number, number]], quote: { exact: 'word', prefix: '', suffix: '' } }
  const id = createAnnotation(
    layer,
    { ...about, actors: [{ actorId: NUSRA, role: 'source' }], themes: [{ themeId: PHONE, stance: 'supports' }], now: 1000 },
    'test',
  )
  addActor(layer, id, FATAH, 'source', YOU, 'test')
  addActor(layer, id, HTS, 'mentioned', YOU, 'test')
  setTheme(layer, id, HOTLINE, 'opposes', YOU, 'test')
  const keys = (root: 'actor' | 'theme') => [...layerMap(layer, root).keys()].map((key) => key.slice(id.length + 1)).sort()
  return { layer, id, keys, written: () => readAnnotation(layer, id)!, read: () => resolveTags(readAnnotation(layer, id)!, MERGED) }
}

test('a statement without merged tags is the very same object', () => {
  const { written } = setUp()
  const annotation = written()
  expect(resolveTags(annotation, {})).toBe(annotation)
  expect(resolveTags(annotation, { [newId()]: HTS })).toBe(annotation)
})

test('tags of merged entries are those of what stands for them, doubles are one in the name of all', () => {
  const { read, written } = setUp()
  const before = JSON.stringify(written())
  // Your two tags are of one moment: either may come first.
  expect(read().actors.toSorted((a, b) => (a.role < b.role ? 1 : -1))).toEqual([
    { actorId: HTS, role: 'source', by: [ME, YOU] },
    { actorId: HTS, role: 'mentioned', by: [YOU] },
  ])
  expect(read().themes).toEqual([
    { themeId: HOTLINE, stance: 'supports', by: [ME] },
    { themeId: HOTLINE, stance: 'opposes', by: [YOU] },
  ])
  expect(JSON.stringify(written())).toBe(before)
})

test('two stances on what is one theme now settle as those of two people do', () => {
  const { layer, id, read } = setUp()
  expect(settleThemes(read())).toEqual([{ themeId: HOTLINE, stance: 'supports' }])
  setTheme(layer, id, HOTLINE, 'opposes', newId(), 'test')
  expect(settleThemes(read())).toEqual([{ themeId: HOTLINE, stance: 'opposes' }])
})

test('a chain of reports names what stands for merged actors; one that reports itself then is one link', () => {
  const { written } = setUp()
  const reportedBy = printReporters([{ name: 'Reuters' }, { actor: NUSRA }, { actor: HTS }, { name: 'a witness' }])
  const resolved = resolveTags({ ...written(), actors: [], themes: [], facts: { status: 'planned', reportedBy } }, MERGED)
  expect(resolved.facts).toEqual({
    status: 'planned',
    reportedBy: printReporters([{ name: 'Reuters' }, { actor: HTS }, { name: 'a witness' }]),
  })
})

test('an id that is also the name of an object’s own method is no merge', () => {
  const { written } = setUp()
  const odd = { ...written(), actors: [{ actorId: 'toString', role: 'source' as const, by: [ME] }], themes: [] }
  expect(resolveTags(odd, {})).toBe(odd)
})

test('removing a tag removes all that read as it: one’s own, or everybody’s', () => {
  const { layer, id, keys } = setUp()
  removeActor(layer, id, HTS, 'source', ME, 'test', OWN)
  expect(keys('actor')).toEqual([`${FATAH}|source|${YOU}`, `${HTS}|mentioned|${YOU}`].sort())
  removeActor(layer, id, HTS, 'source', ME, 'test', EVERYONE)
  expect(keys('actor')).toEqual([`${HTS}|mentioned|${YOU}`])
  removeTheme(layer, id, PHONE, ME, 'test', EVERYONE)
  expect(keys('theme')).toEqual([])
})

test('a new stance replaces one’s own on everything that is this theme now, and a moderator’s that of all', () => {
  const { layer, id, keys, read } = setUp()
  setTheme(layer, id, HOTLINE, 'neutral', ME, 'test', OWN)
  expect(keys('theme')).toEqual([`${HOTLINE}|${ME}`, `${HOTLINE}|${YOU}`].sort())
  expect(read().themes).toContainEqual({ themeId: HOTLINE, stance: 'neutral', by: [ME] })
  setTheme(layer, id, PHONE, 'mixed', YOU, 'test', EVERYONE)
  expect(read().themes).toEqual([{ themeId: HOTLINE, stance: 'mixed', by: [YOU] }])
})

/** Two pages with the same statement; the second has not heard of the merge. What both have when they hear of each other. */
function atOnce(knowing: (layer: Y.Doc, id: string) => void, unknowing: (layer: Y.Doc, id: string) => void) {
  const { layer: one, id } = setUp()
  const two = new Y.Doc()
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  knowing(one, id)
  unknowing(two, id)
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  const read = (layer: Y.Doc) => resolveTags(readAnnotation(layer, id)!, MERGED)
  expect(read(one)).toEqual(read(two))
  return read(one)
}

test('one removes what stands for an entry now, the other changes a tag of it, not knowing that it was merged: the change stays', () => {
  const both = atOnce(
    (layer, id) => removeTheme(layer, id, HOTLINE, YOU, 'test', EVERYONE),
    (layer, id) => setTheme(layer, id, PHONE, 'mixed', ME, 'test'),
  )
  expect(both.themes).toEqual([{ themeId: HOTLINE, stance: 'mixed', by: [ME] }])
})

test('one removes a tag of a merged entry, the other puts what stands for it: the other’s stays', () => {
  const both = atOnce(
    (layer, id) => addActor(layer, id, HTS, 'source', YOU, 'test'),
    (layer, id) => removeActor(layer, id, NUSRA, 'source', ME, 'test'),
  )
  expect(both.actors.find(({ role }) => role === 'source')?.by).toEqual([YOU])
})
