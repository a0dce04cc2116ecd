import { useState } from 'react'
import { IgnoredParts } from '#/components/excerpts/ignored-parts.tsx'
import { QueryField } from '#/components/excerpts/query-field.tsx'
import { Button } from '#/components/ui/button.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuLink } from '#/components/ui/menu-item.tsx'
import { onDemand } from '#/components/ui/on-demand.tsx'
import type { Pane } from '#/lib/analysis/view.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { plus } from '#/lib/query/facet-keys.ts'
import { printQuery } from '#/lib/query/print.ts'
import { EVERYTHING } from '#/lib/query/query.ts'
import type { SavedQuery } from '#/lib/query/saved-query.ts'
import type { Vocabulary } from '#/lib/query/vocabulary.ts'
import type { PaneProps } from './analysis-page.tsx'
import { pickWords } from './pick-words.ts'

const ExportDialog = onDemand(() => import('#/components/exports/export-dialog.tsx').then((module) => module.ExportDialog))

interface AnalysisBarProps {
  workspaceId: string
  pane: PaneProps
  vocabulary: Vocabulary
  totals: { excerpts: number; documents: number }
  ignored: readonly string[]
  saved: readonly SavedQuery[]
}

const PICKED: Record<Pane, () => string> = {
  matrix: () => t('Chosen in the matrix'),
  network: () => t('Chosen in the network'),
  timeline: () => t('Chosen over time'),
}

/** What is asked, what was chosen in a picture, how much that is, and the way out. */
export function AnalysisBar({ workspaceId, pane: { view, names, book, onAsk }, vocabulary, totals, ignored, saved }: AnalysisBarProps) {
  const [isExporting, setExporting] = useState(false)
  const { query, pick } = view
  const all = pick ? plus(query, pick.query) : query
  return (
    <div className="qbar">
      <h1 className="pagetitle">{t('Analysis')}</h1>
      <QueryField
        query={query}
        names={names}
        book={book}
        vocabulary={vocabulary}
        onAsk={(next) => onAsk({ query: next })}
        onClear={() => onAsk({ query: EVERYTHING, pick: null })}
        more={
          saved.length > 0 && (
            <Menu
              label={t('Saved queries')}
              trigger={
                <>
                  {t('Saved queries')}
                  <Icon name="down" small />
                </>
              }
            >
              {saved.map(({ id, name, address }) => (
                <MenuLink key={id} href={`/w/${workspaceId}/analysis?${address}`}>
                  <bdi>{name}</bdi>
                </MenuLink>
              ))}
            </Menu>
          )
        }
      >
        {pick && (
          <span className="qf pick">
            <span>{PICKED[pick.pane]()}</span>
            <bdi className="pick__words" title={printQuery(pick.query, vocabulary)}>
              {pickWords(pick, book)}
            </bdi>
            <button type="button" onClick={() => onAsk({ query: all, pick: null })}>
              {t('Keep as filter')}
            </button>
            <IconButton icon="x" small label={t('Show all again')} onClick={() => onAsk({ pick: null })} />
          </span>
        )}
      </QueryField>
      <span className="muted" role="status">
        {t('{excerpts} in {documents}', {
          excerpts: counted(totals.excerpts, 'excerpt'),
          documents: counted(totals.documents, 'document'),
        })}
      </span>
      <Button onClick={() => setExporting(true)}>
        <Icon name="download" />
        {t('Export')}
      </Button>
      <IgnoredParts ignored={ignored} />
      {isExporting && <ExportDialog workspaceId={workspaceId} query={all} ticked={null} onClose={() => setExporting(false)} />}
    </div>
  )
}
