'use client'

import { Button } from '#/components/ui/button.tsx'
import type { Observable } from './observable.ts'
import type { PageLayout } from './page-painter.ts'
import { useModel, useObservable, useReader } from './reader-context.ts'
import { switchMode } from './switch-mode.ts'

/** What stands where there are no words yet. */
export function EmptyNote({ layout }: { layout: Observable<PageLayout> }) {
  const model = useModel()
  const isEmpty = useObservable(layout, (page) => page.isEmpty)
  const mode = useReader((state) => state.mode)
  if (!isEmpty || mode === 'edit') return null
  const mayEdit = model.can('edit-text')
  return (
    <div className="emptynote">
      <p>Nothing to read yet. {mayEdit && 'Paste or type the text.'}</p>
      {mayEdit && (
        <Button icon="pencil" onClick={() => switchMode(model, 'edit')}>
          Edit text
        </Button>
      )}
    </div>
  )
}
