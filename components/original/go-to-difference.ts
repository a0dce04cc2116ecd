import type { ReaderModel } from '#/components/reader/reader-model.ts'
import { scrollToPosition } from '#/components/reader/select-passage.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { t } from '#/lib/message/t.ts'
import { toPos } from '#/lib/text/positions.ts'
import { bringIntoSight } from './align.ts'

/** Words that are read out of a long change. */
const SPOKEN = 120
/** The two columns have come to rest, ms. */
const AT_REST_MS = 120

/** Shows the next (1) or previous (-1) place where text and original differ, in both. False while none is known. */
export function goToDifference(model: ReaderModel, by: 1 | -1): boolean {
  const { comparison, view } = model
  const place = comparison.step(by)
  if (!place || !view) return false
  const { changes, current, shown } = comparison.state.get()
  const { doc } = view.state
  scrollToPosition(model, Math.min(toPos(doc, place.live.start + 1), doc.content.size))
  // After the original has followed the text.
  setTimeout(() => {
    const frame = document.querySelector('.original__text')
    const mark = frame?.querySelector(`.diff[data-from="${place.change.from}"]`)
    if (frame && mark) bringIntoSight(frame, mark)
  }, AT_REST_MS)
  const { from, to, added } = place.change
  const words = [said(t('Removed'), shown?.text.slice(from, to) ?? ''), said(t('Added'), added)].filter(Boolean).join(' ')
  model.announce(t('Difference {current} of {changes}. {words}', { current: current + 1, changes: changes?.length, words }))
  return true
}

function said(what: string, words: string): string {
  const plain = plainLines(words).trim()
  if (words === '') return ''
  if (plain === '') return `${what}: ${words.includes('\n') ? 'a paragraph break' : 'a space'}.`
  return `${what}: “${plain.length > SPOKEN ? `${plain.slice(0, SPOKEN)}…` : plain}”.`
}
