import { useState } from 'react'
import { AddFilter } from '#/components/excerpts/add-filter.tsx'
import { QueryChips } from '#/components/excerpts/query-chips.tsx'
import { QueryText } from '#/components/excerpts/query-text.tsx'
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
import { conjuncts, EVERYTHING } from '#/lib/query/query.ts'
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
  const [isText, setText] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const { query, pick } = view
  const all = pick ? plus(query, pick.query) : query
  const ask = (next: typeof query) => onAsk({ query: next })
  return (
    <div className="qbar">
      <h1 className="pagetitle">{t('Analysis')}</h1>
      {isText ? (
        <QueryText
          query={query}
          vocabulary={vocabulary}
          onAsk={(next) => {
            setText(false)
            ask(next)
          }}
          onClose={() => setText(false)}
        />
      ) : (
        <fieldset className="qchips" aria-label={t('Filters')}>
          <QueryChips query={query} book={book} onChange={ask} />
          <AddFilter names={names} query={query} onAdd={ask} />
          {saved.length > 0 && (
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
          )}
          <Button look="quiet" onClick={() => setText(true)}>
            {t('Edit as text')}
          </Button>
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
          {conjuncts(query).length > 0 && (
            <button type="button" className="linkbtn qchips__clear" onClick={() => onAsk({ query: EVERYTHING, pick: null })}>
              {t('Clear all')}
            </button>
          )}
        </fieldset>
      )}
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
      {ignored.length > 0 && (
        <p className="notice qbar__notice" role="status">
          {t('Part of this address was not understood and is left out:')} <bdi>{ignored.join(', ')}</bdi>
        </p>
      )}
      {isExporting && <ExportDialog workspaceId={workspaceId} query={all} ticked={null} onClose={() => setExporting(false)} />}
    </div>
  )
}
