'use client'

import { Icon } from '#/components/ui/icon.tsx'
import type { Annotation } from '#/lib/annotation/model.ts'
import { t } from '#/lib/message/t.ts'
import { useModel } from './reader-context.ts'
import { usePeople } from './use-people.ts'

/** A star on what somebody marked as important, and who did. */
export function ImportantMark({ annotation }: { annotation: Pick<Annotation, 'importantTo'> }) {
  const { userId } = useModel().identity
  const people = usePeople()
  const { importantTo } = annotation
  if (importantTo.length === 0) return null
  const names = importantTo.map((id) => (id === userId ? t('you') : people(id).name)).join(', ')
  const words = t('Important to {names}', { names })
  return (
    <span className="important" title={words}>
      <Icon name="star" />
      <span className="sr">{words}</span>
    </span>
  )
}
