import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { captureQuote, captureRuns } from '#/lib/anchor/capture.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { createAnnotation } from '#/lib/annotation/commands.ts'
import { compareEdition } from '#/lib/edition/compare-edition.ts'
import { canonicalText, createTextDoc, TEXT_NAME } from '#/lib/text/flat.ts'

const BEFORE = [
  'Ceasefire talks in Geneva ended on Tuesday without a joint statement.',
  'The coalition denied that its aircraft had struck the hospital.',
  'Observers counted forty trucks at the crossing.',
  'Nobody commented on the exchange of prisoners.',
]
const AFTER = [
  'A correction was added to this report on Friday.',
  'Ceasefire talks in Geneva ended on Wednesday without a joint statement.',
  'Nobody commented on the exchange of prisoners.',
  'The coalition did not deny its aircraft struck a hospital.',
]

const docOf = (lines: readonly string[]) => createTextDoc(lines.map((text) => ({ type: 'paragraph', spans: [{ text }] })))

/** A layer with one statement per passage, in that order. */
function tagged(doc: Y.Doc, passages: readonly string[]) {
  const text = doc.getText(TEXT_NAME)
  const canonical = canonicalText(text)
  const layer = new Y.Doc()
  const ids = passages.map((passage) => {
    const start = canonical.indexOf(passage)
    const quote = captureQuote(canonical, start, start + passage.length)
    const runs = captureRuns(buildIdIndex(text), start, start + passage.length)
    return createAnnotation(layer, { userId: 'u', runs, quote, actors: [], themes: [] }, null)
  })
  return { layer, ids }
}

describe('compareEdition', () => {
  it('tells which statements keep, change and lose their words, and where those may be now', () => {
    const doc = docOf(BEFORE)
    const { layer, ids } = tagged(doc, [
      'without a joint statement',
      'in Geneva ended on Tuesday',
      'Observers counted forty trucks',
      'exchange of prisoners',
    ])
    const { report } = compareEdition(doc, docOf(AFTER), [layer])
    expect(report.verdict).toBe('differs')
    expect(report.statements.kept).toBe(2)
    expect(report.statements.changed).toEqual([
      { annotationId: ids[1], before: 'in Geneva ended on Tuesday', after: 'in Geneva ended on Wednesday' },
    ])
    expect(report.statements.lost).toEqual([{ annotationId: ids[2], before: 'Observers counted forty trucks', candidates: [] }])
    expect(report.paragraphs).toEqual({ changed: 1, added: 2, removed: 2, moved: 0 })
  })

  it('gives the candidates of lost words with what stands around them', () => {
    const doc = docOf(['The minister denied it.', 'Second.'])
    const { layer } = tagged(doc, ['minister'])
    const next = docOf(['The envoy denied it.', 'Second.', 'A minister resigned.'])
    const [lost] = compareEdition(doc, next, [layer]).report.statements.lost
    expect(lost?.candidates).toMatchObject([{ prefix: 'The envoy denied it.\nSecond.\nA ', words: 'minister', suffix: ' resigned.' }])
  })

  it('says when the text is the same, and when it is another text', () => {
    expect(compareEdition(docOf(BEFORE), docOf(BEFORE), []).report).toMatchObject({ verdict: 'same', survival: 1 })
    const other = docOf(['Wheat prices rose again in the north of the country.', 'Bakeries closed early.'])
    expect(compareEdition(docOf(BEFORE), other, []).report.verdict).toBe('unrelated')
    expect(compareEdition(docOf(BEFORE), docOf(BEFORE.slice(0, 1)), []).report.verdict).toBe('differs')
    expect(compareEdition(docOf(BEFORE.slice(0, 1)), docOf([...BEFORE, ...AFTER, ...AFTER]), []).report.verdict).toBe('differs')
  })

  it('merges with what others change meanwhile, and knows the characters of the edition', () => {
    const live = docOf(BEFORE)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(live))
    const { update, runs } = compareEdition(copy, docOf(AFTER), [])
    const text = live.getText(TEXT_NAME)
    text.insert(canonicalText(text).indexOf('forty') + 1, 'about ')
    text.insert(canonicalText(text).indexOf('joint') + 1, 'common and ')
    Y.applyUpdate(live, update)
    expect(canonicalText(text)).toContain('on Wednesday without a common and joint statement.')
    const index = buildIdIndex(text)
    const known = new Set(runs.flatMap(([client, clock, length]) => Array.from({ length }, (_, i) => `${client}:${clock + i}`)))
    const ofEdition = [...canonicalText(text)].filter((_, i) => known.has(index.idAt(i + 1)!.join(':')))
    expect(ofEdition.join('')).toBe(AFTER.join('\n'))
  })
})
