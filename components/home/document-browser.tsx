'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { onDemand } from '#/components/ui/on-demand.tsx'
import { keepReadingOrder } from '#/components/workspace/reading-order.ts'
import { t } from '#/lib/message/t.ts'
import { DocumentFilters } from './document-filters.tsx'
import { DocumentTable } from './document-table.tsx'
import { EVERY_DOCUMENT, filterDocuments } from './filter-documents.ts'
import type { HomeDocument } from './home-document.ts'
import { nextSort, type Sort } from './order-documents.ts'
import { SelectedDocuments } from './selected-documents.tsx'
import { useDocumentPlan } from './use-document-plan.ts'
import { useSteadyOrder } from './use-steady-order.ts'

const AssignDialog = onDemand(() => import('./assign-dialog.tsx').then((module) => module.AssignDialog))
const NONE: ReadonlySet<string> = new Set()

interface DocumentBrowserProps {
  workspaceId: string
  me: string
  documents: readonly HomeDocument[]
  /** Who can be asked to work on a document; null for who may not say how the work goes. */
  colleagues: readonly { id: string; name: string }[] | null
  now: number
  onDetails?: (id: string) => void
  onRemove?: (document: HomeDocument) => void
}

/** Filter, sort, table, and what is done with several documents at once. */
export function DocumentBrowser({ workspaceId, me, documents, colleagues, now, onDetails, onRemove }: DocumentBrowserProps) {
  const [filter, setFilter] = useState(EVERY_DOCUMENT)
  const [sort, setSort] = useState<Sort>({ key: 'updatedAt', descending: true })
  const [ticked, setTicked] = useState(NONE)
  const [assigning, setAssigning] = useState(NONE)
  const filterBox = useRef<HTMLInputElement>(null)
  useCommand('documents.find', () => filterBox.current?.focus())

  const plan = useDocumentPlan(workspaceId, documents)
  const { ordered, moved, orderNow } = useSteadyOrder(plan.shown, sort)
  const shown = useMemo(() => filterDocuments(ordered, filter), [ordered, filter])
  useEffect(
    () =>
      keepReadingOrder(
        workspaceId,
        shown.map(({ id }) => id),
      ),
    [workspaceId, shown],
  )
  const selected = shown.filter(({ id }) => ticked.has(id))
  const isFiltered = shown.length < documents.length
  // What is done to a row is done to the ticked ones when it is among them.
  const meant = (id: string) => (ticked.has(id) ? selected.map((document) => document.id) : [id])
  const toggle = (ids: readonly string[], on: boolean) =>
    setTicked((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))))

  return (
    <>
      <div className="toolrow">
        <label className="field">
          <Icon name="search" />
          <span className="sr">{t('Filter documents')}</span>
          <input
            ref={filterBox}
            type="search"
            value={filter.words}
            placeholder={t('Filter by title, source or author')}
            aria-keyshortcuts="/"
            onChange={(event) => setFilter({ ...filter, words: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setFilter({ ...filter, words: '' })
            }}
          />
          <Kbd>/</Kbd>
        </label>
        {selected.length > 0 ? (
          <SelectedDocuments
            selected={selected}
            onStatus={(status) => plan.setStatus(meant(selected[0]?.id ?? ''), status)}
            onAssign={() => setAssigning(ticked)}
            onClear={() => setTicked(NONE)}
          />
        ) : (
          <DocumentFilters documents={documents} me={me} filter={filter} onChange={setFilter} />
        )}
        {moved > 0 && (
          <button type="button" className="linkbtn" onClick={orderNow}>
            {t('{moved} moved. Sort again', { moved })}
          </button>
        )}
      </div>
      <DocumentTable
        workspaceId={workspaceId}
        documents={shown}
        now={now}
        sort={sort}
        onSort={(key) => setSort(nextSort(sort, key))}
        ticked={ticked}
        plan={
          colleagues
            ? {
                onToggle: toggle,
                onStatus: (id, status) => plan.setStatus(meant(id), status),
                onAssign: (id) => setAssigning(new Set(meant(id))),
              }
            : undefined
        }
        onDetails={onDetails}
        onRemove={onRemove}
      />
      <p className="home__foot" role="status">
        {isFiltered &&
          (shown.length === 0
            ? `${t('No document matches.')} `
            : `${t('Showing {shown} of {documents}.', { shown: shown.length, documents: documents.length })} `)}
        {isFiltered && (
          <button type="button" className="linkbtn" onClick={() => setFilter(EVERY_DOCUMENT)}>
            {t('Show all')}
          </button>
        )}
      </p>
      {colleagues && (
        <AssignDialog
          documents={plan.shown.filter(({ id }) => assigning.has(id))}
          colleagues={colleagues}
          me={me}
          onAssign={(assignment) => plan.assign([...assigning], assignment)}
          onClose={() => setAssigning(NONE)}
        />
      )}
    </>
  )
}
