import type { StatementField } from '#/lib/annotation/field-name.ts'
import { FACT_FIELDS } from '#/lib/annotation/model.ts'
import { diffText } from '#/lib/diff/diff-text.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { canonicalText, TEXT_NAME } from '#/lib/text/flat.ts'
import { type DocumentState, type Placed, placeStatements } from '#/lib/version/document-state.ts'
import type { Comparison, StatementChange } from '#/lib/version/history.ts'

/**
 * What differs between two states of one document: the text by words, the statements one by one. Statements come in the
 * order of the text after, those that went in the order of the text before, after them.
 */
export function compareStates(before: DocumentState, after: DocumentState): Comparison {
  const words = { before: wordsOf(before), after: wordsOf(after) }
  const text = words.before === words.after ? unchanged(words.after) : diffText(words.before, words.after)
  const statements = compareStatements(placeStatements(before), placeStatements(after), words)
  const wordsIn = (kind: string) => text.reduce((sum, part) => sum + (part.kind === kind ? countWords(part.text) : 0), 0)
  return { text, statements, counts: { wordsAdded: wordsIn('added'), wordsRemoved: wordsIn('removed'), ...countStatements(statements) } }
}

function wordsOf({ text }: DocumentState): string {
  return canonicalText(text.getText(TEXT_NAME))
}

function unchanged(text: string): Comparison['text'] {
  return text === '' ? [] : [{ kind: 'same', text }]
}

interface Words {
  before: string
  after: string
}

function compareStatements(before: readonly Placed[], after: readonly Placed[], words: Words): StatementChange[] {
  const old = new Map(before.map((placed) => [placed.annotationId, placed]))
  const current = new Set(after.map((placed) => placed.annotationId))
  return [
    ...after.map((placed) => change(old.get(placed.annotationId), placed, words)),
    ...before.filter((placed) => !current.has(placed.annotationId)).map((placed) => change(placed, undefined, words)),
  ].filter((each) => each !== null)
}

/** How a statement differs; null when it does not. One of the two is there. */
function change(before: Placed | undefined, after: Placed | undefined, words: Words): StatementChange | null {
  const either = (after ?? before) as Placed
  const change: StatementChange = {
    annotationId: either.annotationId,
    kind: before ? (after ? 'changed' : 'removed') : 'added',
    by: either.by,
    before: passage(before, words.before),
    after: passage(after, words.after),
    actorsAdded: without(after?.actors, before?.actors),
    actorsRemoved: without(before?.actors, after?.actors),
    themesAdded: without(after?.themes, before?.themes),
    themesRemoved: without(before?.themes, after?.themes),
    fields: changedFields(before, after),
  }
  const { actorsAdded, actorsRemoved, themesAdded, themesRemoved, fields } = change
  const isSame = [actorsAdded, actorsRemoved, themesAdded, themesRemoved, fields].every((list) => list.length === 0)
  return change.kind === 'changed' && isSame && change.before === change.after ? null : change
}

function passage(placed: Placed | undefined, text: string): string | null {
  return placed && placed.start !== null && placed.end !== null ? text.slice(placed.start, placed.end) : null
}

function without(tags: readonly string[] = [], others: readonly string[] = []): string[] {
  return tags.filter((tag) => !others.includes(tag))
}

function changedFields(before: Placed | undefined, after: Placed | undefined): StatementField[] {
  const memos = (placed: Placed | undefined) => JSON.stringify(placed?.annotation.memos.map(({ by, text }) => [by, text]).sort() ?? [])
  const facts = FACT_FIELDS.filter((field) => before?.annotation.facts[field] !== after?.annotation.facts[field])
  const important = (placed: Placed | undefined) => JSON.stringify(placed?.annotation.importantTo.toSorted() ?? [])
  const personal = { memo: memos(before) !== memos(after), important: important(before) !== important(after) }
  return [...(['memo', 'important'] as const).filter((field) => personal[field]), ...facts]
}

function countStatements(changes: readonly StatementChange[]) {
  const passages = (kind: StatementChange['kind']) => changes.filter((change) => change.kind === kind).length
  const tags = (of: 'actorsAdded' | 'actorsRemoved' | 'themesAdded' | 'themesRemoved') =>
    changes.reduce((sum, one) => sum + one[of].length, 0)
  return {
    passagesAdded: passages('added'),
    passagesRemoved: passages('removed'),
    passagesChanged: passages('changed'),
    actorsAdded: tags('actorsAdded'),
    actorsRemoved: tags('actorsRemoved'),
    themesAdded: tags('themesAdded'),
    themesRemoved: tags('themesRemoved'),
  }
}
