// @vitest-environment jsdom
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation, restoreAnnotation, setMemo } from '#/lib/annotation/commands.ts'
import { layerMap, readAnnotations } from '#/lib/annotation/layer.ts'
import { newId } from '#/lib/id.ts'
import { ALIAS_NAME, canonicalText, createTextDoc, readBlocks, TEXT_NAME } from '#/lib/text/flat.ts'
import { cloneDoc, openPeer } from '#/lib/text/testing/peer.ts'
import { HOSTILE, REALISTIC } from '#/lib/text/testing/random-edit.ts'
import { placeStatements } from '#/lib/version/document-state.ts'
import { restoreLayer } from '#/lib/version/restore-layer.ts'
import { restoreText } from '#/lib/version/restore-text.ts'
import { forTeams, RESTORER, type State, USERS } from '#/lib/version/testing/team.ts'

const PATIENCE = 120_000
/** Everything a person can see of a state. */
function shown({ text, layer }: State) {
  const statements = readAnnotations(layer).sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { actors, themes, memos } of statements) for (const list of [actors, themes, memos]) list.sort(byJson)
  return { delta: formatted(text.getText(TEXT_NAME)), blocks: readBlocks(text.getText(TEXT_NAME)), statements }
}
/** `toDelta` cuts where formats that take nothing and give nothing lie between; here equal neighbours are one piece. */
function formatted(text: Y.Text) {
  const pieces: { insert: string; attributes?: Record<string, unknown> }[] = []
  for (const piece of text.toDelta() as typeof pieces) {
    const last = pieces.at(-1)
    const isSame = last && JSON.stringify(sorted(last.attributes)) === JSON.stringify(sorted(piece.attributes))
    if (isSame) last.insert += piece.insert
    else pieces.push({ ...piece })
  }
  return pieces
}
const sorted = (attributes = {}) => Object.entries(attributes).sort(byJson)
const byJson = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)

/** Where every statement stands, and whether all its characters are alive. */
function places({ text, layer }: State) {
  return placeStatements({ text, layers: [layer] }).map(({ annotationId, start, end, survival }) => {
    return { annotationId, start, end, isWhole: survival === 1 }
  })
}

/**
 * Statements all of whose words were alive stand exactly where they stood, orphans are orphans. Where a passage ends whose
 * first or last words were dead then is an estimate from where these died, which the restoration adds to: counted.
 */
function checkPlaces(now: State, then: State, tally: { partly: number; moved: number }): void {
  const standing = new Map(places(now).map((place) => [place.annotationId, place]))
  for (const place of places(then)) {
    const current = standing.get(place.annotationId)
    if (place.isWhole || place.start === null) expect(current).toEqual(place)
    else {
      tally.partly++
      if (current?.start !== place.start || current.end !== place.end) tally.moved++
    }
  }
}

for (const [name, weights] of [
  ['usual', REALISTIC],
  ['hostile', HOSTILE],
] as const) {
  test(
    `a point restored has its text, formats, statements and places again, and so has the one before it (${name} edits)`,
    () => {
      const tally = { partly: 0, moved: 0 }
      forTeams((team) => {
        team.work(weights, 40)
        const then = team.point()
        team.work(weights, 40)
        const before = team.point()
        team.restore(then)
        expect(shown(team.server)).toEqual(shown(then))
        checkPlaces(team.server, then, tally)
        expect(restoreText(team.server.text, then.text, 'again')).toBe(false)
        expect(restoreLayer(team.server.layer, then.layer, RESTORER, 'again')).toBe(false)
        // Everybody's open editor follows, and work goes on.
        team.meet()
        for (const peer of team.peers) expect(formatted(peer.text)).toEqual(shown(then).delta)
        team.restore(before)
        expect(shown(team.server)).toEqual(shown(before))
        checkPlaces(team.server, before, tally)
        team.work(weights, 15)
        team.restore(then)
        expect(shown(team.server)).toEqual(shown(then))
        checkPlaces(team.server, then, tally)
      })
      expect(tally.partly).toBeGreaterThan(10)
      expect(tally.moved / tally.partly).toBeLessThan(0.01)
    },
    PATIENCE,
  )
}

test(
  'what somebody does offline meanwhile merges: all end alike, what they typed is there once, what they tagged is there',
  () => {
    forTeams((team) => {
      team.work(REALISTIC, 30)
      const then = team.point()
      team.work(REALISTIC, 30)
      const first = String.fromCharCode(0x4e00 + team.next)
      for (let i = 0; i < 15; i++) team.act({ ...REALISTIC, pasteSlice: 0, pasteHtml: 0 }, 2)
      const typed = [...canonicalText(team.peers[2]!.text)].filter((character) => character >= first && character <= '\u9fff')
      const tagged = readAnnotations(team.layers[2]!).filter(({ id }) => !layerMap(team.server.layer, 'annotation').has(id))
      team.restore(then)
      team.meet([0, 1])
      team.meet()
      const texts = [team.server.text, ...team.peers.map((peer) => peer.doc)].map((doc) => doc.getText(TEXT_NAME).toDelta())
      for (const text of texts) expect(text).toEqual(texts[0])
      const now = [...canonicalText(team.server.text.getText(TEXT_NAME))]
      for (const character of typed) expect(now.filter((other) => other === character)).toHaveLength(1)
      const ids = readAnnotations(team.server.layer).map(({ id }) => id)
      for (const { id } of tagged) expect(ids).toContain(id)
    })
  },
  PATIENCE,
)

test('words that were moved go back, and a statement made on them where they were moved to goes with them', () => {
  const text = createTextDoc([
    { type: 'heading', level: 1, spans: [{ text: 'Hotline', bold: true }] },
    { type: 'paragraph', spans: [{ text: 'Moscow said the line is open.' }] },
    { type: 'paragraph', spans: [{ text: 'Washington agreed.' }] },
  ])
  const peer = openPeer(cloneDoc(text, 101))
  const layer = new Y.Doc()
  const tag = (words: string) => {
    const canonical = canonicalText(peer.text)
    const start = canonical.indexOf(words)
    const end = start + words.length
    const passage = { runs: captureRuns(buildIdIndex(peer.text), start, end), quote: captureQuote(canonical, start, end) }
    return createAnnotation(layer, { userId: USERS[0], ...passage, actors: [], themes: [] }, 'own')
  }
  const quoteOf = (id: string) => {
    const placed = placeStatements({ text: peer.doc, layers: [layer] }).find(({ annotationId }) => annotationId === id)
    return placed && placed.start !== null ? canonicalText(peer.text).slice(placed.start, placed.end ?? 0) : null
  }
  const before = tag('said the line')
  const then = cloneDoc(peer.doc)
  // The words are cut and pasted into the last paragraph.
  const { state, view } = peer.editor
  let from = 0
  state.doc.descendants((node, pos) => {
    if (node.isText && node.text?.startsWith('Moscow')) from = pos + 'Moscow '.length
  })
  const slice = state.doc.slice(from, from + 'said the line '.length)
  const tr = state.tr.delete(from, from + 'said the line '.length)
  tr.insert(tr.doc.content.size - 3, slice.content)
  view.dispatch(tr)
  expect(canonicalText(peer.text)).toBe('Hotline\nMoscow is open.\nWashington agreedsaid the line .')
  expect(quoteOf(before)).toBe('said the line')
  const since = tag('the line')

  restoreText(peer.doc, then, 'restore')
  expect(readBlocks(peer.text)).toEqual(readBlocks(then.getText(TEXT_NAME)))
  expect(quoteOf(before)).toBe('said the line')
  expect(quoteOf(since)).toBe('the line')
  peer.destroy()
})

test('statements that come back keep their authors, those made since are deleted by who restored', () => {
  const text = createTextDoc([{ type: 'paragraph', spans: [{ text: 'Moscow said the line is open.' }] }])
  const layer = new Y.Doc()
  const canonical = canonicalText(text.getText(TEXT_NAME))
  const passage = { runs: captureRuns(buildIdIndex(text.getText(TEXT_NAME)), 0, 6), quote: captureQuote(canonical, 0, 6) }
  const tagged = { ...passage, actors: [{ actorId: newId(), role: 'source' as const }], themes: [] }
  const mine = createAnnotation(layer, { userId: USERS[0], ...tagged, memo: 'check', now: 5 }, 'own')
  const then = cloneDoc(layer)
  layerMap(layer, 'annotation').delete(mine)
  setMemo(layer, mine, USERS[0], '', 'own')
  const younger = createAnnotation(layer, { userId: USERS[1], ...tagged }, 'own')

  expect(restoreLayer(layer, then, RESTORER, 'restore', 9)).toBe(true)
  expect(readAnnotations(layer)).toEqual(readAnnotations(then))
  expect(layerMap(layer, 'annotation').get(mine)).toMatchObject({ by: USERS[0], at: 5 })
  expect(layerMap(layer, 'deleted').toJSON()).toEqual({ [younger]: { by: RESTORER, at: 9 } })
  restoreAnnotation(layer, younger, 'own')
  expect(readAnnotations(layer).find(({ id }) => id === younger)?.actors).toHaveLength(1)
})

test('nothing is written when nothing differs', () => {
  const text = createTextDoc([{ type: 'quote', spans: [{ text: 'As it was.', italic: true }] }])
  const layer = new Y.Doc()
  let updates = 0
  for (const doc of [text, layer]) doc.on('update', () => updates++)
  expect(restoreText(text, cloneDoc(text), 'restore')).toBe(false)
  expect(restoreLayer(layer, cloneDoc(layer), RESTORER, 'restore')).toBe(false)
  expect(updates).toBe(0)
  expect(text.getMap(ALIAS_NAME).size).toBe(0)
})
