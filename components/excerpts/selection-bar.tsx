import { Button } from '#/components/ui/button.tsx'
import { copyText } from '#/components/ui/copy-text.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { counted } from '#/lib/counted.ts'
import { citeExcerpt } from '#/lib/excerpt/citation.ts'
import { type Excerpt, passagePath } from '#/lib/excerpt/excerpt.ts'
import { exportAddress } from '#/lib/excerpt/export-address.ts'
import { t } from '#/lib/message/t.ts'
import { theseExcerpts } from '#/lib/query/query.ts'
import type { Selection } from './use-selection.ts'

interface SelectionBarProps {
  workspaceId: string
  excerpts: readonly Excerpt[]
  selection: Selection
}

/** What can be done with the ticked excerpts. */
export function SelectionBar({ workspaceId, excerpts, selection }: SelectionBarProps) {
  const count = selection.ids.size
  if (count === 0) return null
  const chosen = counted(count, 'excerpt')

  const copy = async () => {
    const cited = excerpts
      .filter((excerpt) => selection.ids.has(excerpt.annotationId))
      .map((excerpt) => citeExcerpt(excerpt, location.origin + passagePath(workspaceId, excerpt.document.id, excerpt.annotationId)))
    const isCopied = await copyText(cited.join('\n\n'))
    showToast(
      isCopied
        ? t('Copied {counted} with their sources', { counted: chosen })
        : t('This browser does not let pages copy. Export them instead.'),
    )
  }
  return (
    <div className="bulk" role="toolbar" aria-label={t('{counted} selected', { counted: chosen })}>
      <b className="num">{t('{count} selected', { count })}</b>
      <span className="sep" />
      <Button icon="quote" onClick={copy}>
        {t('Copy citations')}
      </Button>
      <a className="btn" href={exportAddress(workspaceId, 'csv', theseExcerpts([...selection.ids]))}>
        <Icon name="download" />
        {t('Export {count} as CSV', { count })}
      </a>
      <span className="sep" />
      <Button icon="x" aria-label={t('Clear selection')} onClick={selection.clear} />
    </div>
  )
}
