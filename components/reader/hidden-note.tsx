'use client'

import { IconButton } from '#/components/ui/icon-button.tsx'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { setHidden } from './hidden-tags.ts'
import { useModel, useReader } from './reader-context.ts'

/** Says in the bar over the text that some tags are hidden: what is not seen must not be forgotten. */
export function HiddenNote() {
  const model = useModel()
  const count = useReader(({ codebook }) => [...codebook.chosenHidden].filter((id) => codebook.actor(id) ?? codebook.theme(id)).length)
  if (count === 0) return null
  return (
    <span className="focusnote" role="status">
      {t('{tags} hidden', { tags: counted(count, 'tag') })}
      <IconButton icon="x" label={t('Show all tags')} small onClick={() => setHidden(model, new Set())} />
    </span>
  )
}
