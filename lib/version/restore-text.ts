import type * as Y from 'yjs'
import { writeRestored } from '#/lib/anchor/alias.ts'
import { buildIdIndex } from '#/lib/anchor/id-index.ts'
import { ALIAS_NAME, TEXT_NAME } from '#/lib/text/flat.ts'
import { type FormattedText, planFormats } from '#/lib/version/plan-formats.ts'
import { planWords } from '#/lib/version/plan-words.ts'
import { revive } from '#/lib/version/revive.ts'

/**
 * Makes a text what it was, as an edit of the living text: characters alive then and now are kept, younger ones deleted,
 * and those that died since are written anew in their place, with an entry in the alias log, so that passages that stood
 * on them, and on what became of them since, stand on the new ones. Words moved since go back. Formats and kinds of blocks
 * are set back where they differ. Both texts must come from one log: they then are parts of one sequence of characters,
 * and no words have to be compared.
 *
 * @param live the text now, which has everything that `then` has; changed in one transaction
 * @param then the text at the point to restore; not changed
 * @returns whether anything had to be changed
 */
export function restoreText(live: Y.Doc, then: Y.Doc, origin: unknown): boolean {
  const text = live.getText(TEXT_NAME)
  const log = live.getMap<unknown>(ALIAS_NAME)
  const plan = planWords(text, log, then.getText(TEXT_NAME))
  const wanted = then.getText(TEXT_NAME).toDelta() as FormattedText
  const formats = () => planFormats(text.toDelta() as FormattedText, wanted)
  if (!plan && formats().length === 0) return false
  live.transact((transaction) => {
    if (plan) {
      text.applyDelta(plan.deletions)
      revive(transaction, text, plan.revived)
    }
    const differing = formats()
    if (differing.length > 0) text.applyDelta(differing)
    const index = buildIdIndex(text)
    for (const { flat, run } of plan?.revived ?? []) writeRestored(log, index, [run], index.runs(flat, flat + run[2]))
  }, origin)
  return true
}
