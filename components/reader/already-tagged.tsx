'use client'

import { useMemo } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import type { Annotation } from '#/lib/annotation/model.ts'
import { t } from '#/lib/message/t.ts'
import { clockTime } from './clock-time.ts'
import { modKey } from './mod-key.ts'
import { useModel, useStatements } from './reader-context.ts'
import type { PopoverState } from './reader-state.ts'
import { sameStatement } from './save-statement.ts'

/** This reader's statement that says just what the popover would save now, if there is one. */
export function useAlreadyTagged({ statementId, identical, draft, range }: PopoverState): Annotation | undefined {
  const model = useModel()
  const version = useStatements()
  const { chips, memo, facts } = draft
  // biome-ignore lint/correctness/useExhaustiveDependencies: statements come and go while it is open
  return useMemo(
    () => (statementId === null && !identical ? sameStatement(model, range, { chips, memo, facts }) : undefined),
    [model, version, statementId, identical, chips, memo, facts, range],
  )
}

/** Says that these words have these tags already. Enter in the empty field opens that statement, with Ctrl or ⌘ it is made again. */
export function AlreadyTagged({ statement, onOpen }: { statement: Annotation | undefined; onOpen: () => void }) {
  return (
    <div role="status" className="pop__same-place">
      {statement && (
        <p className="pop__same">
          <Icon name="check" small />
          {t('Already tagged {createdAt}', { createdAt: clockTime(statement.createdAt) })}
          <span className="grow" />
          <Button look="quiet" onClick={onOpen}>
            {t('Open it')} <Kbd>↵</Kbd>
          </Button>
          <span className="pop__again">
            {t('again')} <Kbd>{modKey()}↵</Kbd>
          </span>
        </p>
      )}
    </div>
  )
}
