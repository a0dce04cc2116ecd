'use client'

import { Button } from '#/components/ui/button.tsx'
import { t } from '#/lib/message/t.ts'
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
      <p>
        {t('Nothing to read yet.')} {mayEdit && t('Paste or type the text.')}
      </p>
      {mayEdit && (
        <Button icon="pencil" onClick={() => switchMode(model, 'edit')}>
          {t('Edit text')}
        </Button>
      )}
    </div>
  )
}
