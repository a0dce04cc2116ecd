import { useCallback, useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { Button } from '#/components/ui/button.tsx'
import { onDemand } from '#/components/ui/on-demand.tsx'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { counted } from '#/lib/counted.ts'
import type { Excerpt } from '#/lib/excerpt/excerpt.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import type { Query } from '#/lib/query/query.ts'
import type { BulkAct, BulkScope } from './bulk-dialog.tsx'
import { copyCitations } from './copy-citations.ts'
import type { Selection } from './use-selection.ts'

const BulkDialog = onDemand(() => import('./bulk-dialog.tsx').then((module) => module.BulkDialog))
const AssignExcerpts = onDemand(() => import('./assign-excerpts.tsx').then((module) => module.AssignExcerpts))

/** What changing many excerpts needs to know. */
export interface Tagging {
  codebook: Codebook
  /** Whether what others said may be changed too. */
  everyone: boolean
  /** Who changes it. */
  me: string
}

interface SelectionBarProps {
  workspaceId: string
  /** What the page asks for. */
  query: Query
  /** How many match; null while they are counted. */
  total: number | null
  /** Those that are loaded. */
  excerpts: readonly Excerpt[]
  selection: Selection
  /** null: nothing may be changed. */
  tagging: Tagging | null
  onExport: () => void
  onDone: () => void
}

/**
 * What can be done with the ticked excerpts. `A` adds a tag and `R` replaces one, on all that match when none is ticked: the dialog
 * says on how many before anything is done.
 */
export function SelectionBar({ workspaceId, query, total, excerpts, selection, tagging, onExport, onDone }: SelectionBarProps) {
  const [act, setAct] = useState<BulkAct | 'assign' | null>(null)
  const close = useCallback(() => setAct(null), [])
  useCommand('excerpts.add-tag', () => setAct('add'), !tagging || total === 0)
  useCommand('excerpts.replace-tag', () => setAct('replace'), !tagging || total === 0)
  const isTicked = selection.isAll || selection.ids.size > 0
  const count = selection.count(total)
  const ticked = selection.query(query)
  const all: BulkScope = { name: 'all', query, count: total }
  const some: BulkScope = { name: 'selected', query: ticked, count }
  const scopes = !isTicked ? [all] : selection.isAll ? [some] : [some, all]
  const chosen = count === null ? t('All excerpts') : counted(count, 'excerpt')
  return (
    <>
      {isTicked && (
        <div className="bulk" role="toolbar" aria-label={t('{counted} selected', { counted: chosen })}>
          <b className="num">{count === null ? t('All selected') : t('{count} selected', { count: numberWords(count) })}</b>
          <span className="sep" />
          {tagging && (
            <>
              <Button icon="plus" onClick={() => setAct('add')}>
                {t('Add tag')}
              </Button>
              <Button icon="swap" onClick={() => setAct('replace')}>
                {t('Replace')}
              </Button>
              <Button onClick={() => setAct('remove')}>{t('Remove tag')}</Button>
              <Button onClick={() => setAct('status')}>{t('Status')}</Button>
              <Button onClick={() => setAct('assign')}>{t('Assign')}</Button>
            </>
          )}
          {!selection.isAll && (
            <Button
              icon="quote"
              onClick={() =>
                copyCitations(
                  workspaceId,
                  excerpts.filter(({ annotationId }) => selection.has(annotationId)),
                )
              }
            >
              {t('Copy citations')}
            </Button>
          )}
          <Button icon="download" onClick={onExport}>
            {count === null ? t('Export') : t('Export {count}', { count: numberWords(count) })}
          </Button>
          <span className="sep" />
          <Button icon="x" aria-label={t('Clear selection')} onClick={selection.clear} />
        </div>
      )}
      {tagging && act === 'assign' && <AssignExcerpts workspaceId={workspaceId} query={ticked} me={tagging.me} onClose={close} />}
      {tagging && act !== null && act !== 'assign' && (
        <BulkDialog
          workspaceId={workspaceId}
          act={act}
          scopes={scopes}
          codebook={tagging.codebook}
          everyone={tagging.everyone}
          onDone={onDone}
          onClose={close}
        />
      )}
    </>
  )
}
