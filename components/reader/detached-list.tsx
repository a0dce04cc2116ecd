'use client'

import { Button } from '#/components/ui/button.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { moveAnchor } from '#/lib/annotation/commands.ts'
import { capturePassage } from './canonical-range.ts'
import { deleteStatement } from './change-statement.ts'
import { useModel, useReader } from './reader-context.ts'
import type { ReaderModel } from './reader-model.ts'
import { selectStatement } from './select-passage.ts'
import { StatementChips } from './statement-chips.tsx'
import { quoted, shorten, statementWords } from './statement-words.ts'

/** Statements whose words were deleted, with the last words they had. */
export function DetachedList() {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const hasSelection = useReader((state) => state.selection !== null)
  return (
    <ul className="detached">
      {model.store.orphans().map((passage) => {
        const { annotation } = passage
        return (
          <li key={annotation.id} className="card card--detached">
            <section aria-label={`Detached statement: ${statementWords(annotation, codebook)}`}>
              <StatementChips annotation={annotation} codebook={codebook} />
              <p className="card__q card__q--long" dir="auto">
                {quoted(shorten(annotation.quote.exact, 400), model.identity.language)}
              </p>
              <p className="card__note">These words were deleted. Undo brings them back, or attach the statement to other words.</p>
              {model.mayChange(passage) && (
                <div className="card__acts">
                  <Button
                    disabled={!hasSelection}
                    title={hasSelection ? undefined : 'Select words in the text first'}
                    onClick={() => attach(model, annotation.id)}
                  >
                    Attach to selected words
                  </Button>
                  <Button look="quiet" onClick={() => deleteStatement(model, annotation.id)}>
                    Delete
                  </Button>
                </div>
              )}
            </section>
          </li>
        )
      })}
    </ul>
  )
}

function attach(model: ReaderModel, id: string): void {
  const { selection } = model.ui.get()
  const captured = selection && model.view && capturePassage(model.view.state.doc, model.source.text, selection)
  if (!captured) return
  const { runs, quote } = captured
  moveAnchor(model.layer, id, { runs, quote, how: 'found' }, model.identity.userId, model.origin)
  selectStatement(model, id)
  showToast('Statement attached to the selected words.', { label: 'Undo', run: () => model.undo?.undo() })
}
