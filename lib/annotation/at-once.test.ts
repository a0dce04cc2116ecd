import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addActor, createAnnotation, deleteAnnotation, removeTheme, setFact, setTheme } from '#/lib/annotation/commands.ts'
import { readAnnotation } from '#/lib/annotation/layer.ts'
import type { Annotation } from '#/lib/annotation/model.ts'
import { newId } from '#/lib/id.ts'

const [AUTHOR, EDITOR, ACTOR, THEME, SECOND] = Array.from({ length: 5 }, () => newId()) as [string, string, string, string, string]

/** What the author and an editor do to one statement without knowing of each other, and what both then have. */
function atOnce(byAuthor: (layer: Y.Doc, id: string) => void, byEditor: (layer: Y.Doc, id: string) => void): Annotation | null {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  const quote = { exact: 'words', prefix: '', suffix: '' }
  const themes = [{ themeId: THEME, stance: 'neutral' as const }]
  const id = createAnnotation(one, { userId: AUTHOR, runs: [[1, 0, 5]], quote, actors: [], themes, facts: { status: 'planned' } }, 'test')
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
  byAuthor(one, id)
  byEditor(two, id)
  const [fromOne, fromTwo] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(two)]
  Y.applyUpdate(two, fromOne)
  Y.applyUpdate(one, fromTwo)
  expect(readAnnotation(one, id)).toEqual(readAnnotation(two, id))
  return readAnnotation(one, id)
}

test('different tags are both kept', () => {
  const both = atOnce(
    (layer, id) => setTheme(layer, id, SECOND, 'supports', AUTHOR, 'test'),
    (layer, id) => addActor(layer, id, ACTOR, 'source', EDITOR, 'test'),
  )
  expect(both?.themes.map(({ themeId }) => themeId).sort()).toEqual([THEME, SECOND].sort())
  expect(both?.actors).toEqual([{ actorId: ACTOR, role: 'source', by: [EDITOR] }])
})

test('one removes the tag that the other edits: the edit stays', () => {
  const both = atOnce(
    (layer, id) => setTheme(layer, id, THEME, 'opposes', AUTHOR, 'test'),
    (layer, id) => removeTheme(layer, id, THEME, EDITOR, 'test', { everyone: true }),
  )
  expect(both?.themes).toEqual([{ themeId: THEME, stance: 'opposes', by: [AUTHOR] }])
})

test('one removes a tag that the other puts as well: the other’s stays', () => {
  const both = atOnce(
    (layer, id) => removeTheme(layer, id, THEME, AUTHOR, 'test'),
    (layer, id) => setTheme(layer, id, THEME, 'supports', EDITOR, 'test'),
  )
  expect(both?.themes).toEqual([{ themeId: THEME, stance: 'supports', by: [EDITOR] }])
})

test('different facts are both kept; of the same fact one is, the same for everybody', () => {
  expect(
    atOnce(
      (layer, id) => setFact(layer, id, 'date', '2024-11-30', AUTHOR, 'test'),
      (layer, id) => setFact(layer, id, 'place', 'Aleppo', EDITOR, 'test'),
    )?.facts,
  ).toEqual({ status: 'planned', date: '2024-11-30', place: 'Aleppo' })
  const one = atOnce(
    (layer, id) => setFact(layer, id, 'status', 'negated', AUTHOR, 'test'),
    (layer, id) => setFact(layer, id, 'status', 'historical', EDITOR, 'test'),
  )
  expect(['negated', 'historical']).toContain(one?.facts.status)
})

test('one empties a fact that the other sets: what was set stays', () => {
  const both = atOnce(
    (layer, id) => setFact(layer, id, 'status', '', AUTHOR, 'test'),
    (layer, id) => setFact(layer, id, 'status', 'negated', EDITOR, 'test'),
  )
  expect(both?.facts).toEqual({ status: 'negated' })
})

test('one deletes the statement that the other tags: it is deleted', () => {
  const both = atOnce(
    (layer, id) => deleteAnnotation(layer, id, AUTHOR, 'test'),
    (layer, id) => addActor(layer, id, ACTOR, 'source', EDITOR, 'test'),
  )
  expect(both).toBeNull()
})
