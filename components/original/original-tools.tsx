'use client'

import { useModel, useObservable } from '#/components/reader/reader-context.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { goToDifference } from './go-to-difference.ts'

/** Goes from difference to difference, and takes the file out. */
export function OriginalTools() {
  const model = useModel()
  const { shown, editions, changes, current, problem } = useObservable(model.comparison.state, (state) => state)
  const count = changes?.length ?? 0
  const edition = shown?.edition ?? editions[0]?.edition ?? 1
  return (
    <div className="original__tools" role="toolbar" aria-label={t('Differences')}>
      <IconButton
        icon="up"
        label={t('Previous difference')}
        aria-keyshortcuts="p"
        disabled={count === 0}
        onClick={() => goToDifference(model, -1)}
      />
      <IconButton
        icon="down"
        label={t('Next difference')}
        aria-keyshortcuts="n"
        disabled={count === 0}
        onClick={() => goToDifference(model, 1)}
      />
      <span className="original__count num" role="status">
        {problem === 'compare' ? t('The texts could not be compared') : changes === null ? t('Comparing…') : countWords(count, current)}
      </span>
      <span className="grow" />
      <a className="btn" href={`/api/originals/${model.identity.documentId}?edition=${edition}`} download>
        <Icon name="download" />
        {t('File')}
      </a>
    </div>
  )
}

function countWords(count: number, current: number): string {
  if (count === 0) return t('The same as the text')
  return current < 0 ? counted(count, 'difference') : t('{current} of {count}', { current: current + 1, count })
}
