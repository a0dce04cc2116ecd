'use client'

import { type KeyboardEvent, useRef, useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { Icon } from '#/components/ui/icon.tsx'
import type { DocumentStatus } from '#/lib/document/status.ts'
import { t } from '#/lib/message/t.ts'
import { DocumentRow } from './document-row.tsx'
import type { HomeDocument } from './home-document.ts'
import type { Sort, SortKey } from './order-documents.ts'
import { useReaders } from './use-readers.ts'

interface DocumentTableProps {
  workspaceId: string
  documents: readonly HomeDocument[]
  now: number
  sort: Sort
  onSort: (key: SortKey) => void
  ticked: ReadonlySet<string>
  /** Missing: this reader may not say how the work goes. */
  plan?: DocumentPlan
  onDetails?: (id: string) => void
  onRemove?: (document: HomeDocument) => void
}

interface DocumentPlan {
  onToggle: (ids: readonly string[], on: boolean) => void
  onStatus: (id: string, status: DocumentStatus) => void
  onAssign: (id: string) => void
}

const COLUMNS: readonly { key: SortKey; label: string; className?: string }[] = [
  {
    key: 'title',
    get label() {
      return t('Title')
    },
  },
  {
    key: 'outlet',
    get label() {
      return t('Source')
    },
    className: 'docs__source',
  },
  {
    key: 'publishedOn',
    get label() {
      return t('Date')
    },
    className: 'docs__date',
  },
  {
    key: 'language',
    get label() {
      return t('Lang.')
    },
    className: 'docs__lang',
  },
  {
    key: 'status',
    get label() {
      return t('Status')
    },
    className: 'docs__status',
  },
  {
    key: 'excerptCount',
    get label() {
      return t('Progress')
    },
    className: 'docs__progress',
  },
  {
    key: 'updatedAt',
    get label() {
      return t('Last activity')
    },
    className: 'docs__when',
  },
]

/**
 * One tab stop: arrows, Home and End move between documents, Enter opens, X selects, S sets the status, Shift A assigns, F2
 * shows details, Delete moves to the bin.
 */
export function DocumentTable({ workspaceId, documents, now, sort, onSort, ticked, plan, onDetails, onRemove }: DocumentTableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const readersOf = useReaders(workspaceId)
  const [activeId, setActiveId] = useState<string | null>(null)
  const active = Math.max(
    0,
    documents.findIndex((document) => document.id === activeId),
  )

  const links = () => body.current?.querySelectorAll<HTMLElement>('.docs__title')
  const removeAt = (at: number) => {
    const document = documents[at]
    if (!document) return
    // the row goes; focus stays in the list
    links()?.[at + 1 < documents.length ? at + 1 : at - 1]?.focus()
    onRemove?.(document)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const document = documents[active]
    if (!document || !(event.target instanceof HTMLAnchorElement)) return
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: documents.length - 1 }
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      links()?.[Math.min(Math.max(to, 0), documents.length - 1)]?.focus()
    } else if (event.key === 'F2') onDetails?.(document.id)
    else if (event.key === 'Delete' && onRemove) removeAt(active)
  }

  /** Does something to the row with the focus; false when there is none. */
  const atRow = (act: (document: HomeDocument, plan: DocumentPlan) => void) => () => {
    const document = documents[active]
    if (!document || !plan || !body.current?.contains(window.document.activeElement)) return false
    act(document, plan)
  }
  const statusButton = () => body.current?.rows[active]?.querySelector<HTMLElement>('.docs__status button')
  useCommand(
    'documents.select',
    atRow(({ id }, { onToggle }) => onToggle([id], !ticked.has(id))),
    !plan,
  )
  useCommand(
    'documents.status',
    atRow(() => statusButton()?.click()),
    !plan,
  )
  useCommand(
    'documents.assign',
    atRow(({ id }, { onAssign }) => onAssign(id)),
    !plan,
  )

  return (
    <table className="grid docs" aria-label={t('Documents')}>
      <thead>
        <tr>
          {COLUMNS.map(({ key, label, className }) => (
            <th
              key={key}
              scope="col"
              className={className}
              aria-sort={sort.key === key ? (sort.descending ? 'descending' : 'ascending') : undefined}
            >
              <button type="button" className="sort" onClick={() => onSort(key)}>
                {label}
                {sort.key === key && <Icon name={sort.descending ? 'down' : 'up'} small />}
              </button>
            </th>
          ))}
          <th className="docs__more">
            <span className="sr">{t('Actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={onKeyDown}>
        {documents.map((document, at) => (
          <DocumentRow
            key={document.id}
            href={`/w/${workspaceId}/documents/${document.id}`}
            document={document}
            now={now}
            readers={readersOf(document.id)}
            isTabStop={at === active}
            isTicked={ticked.has(document.id)}
            onTick={plan && ((on) => plan.onToggle([document.id], on))}
            onStatus={plan && ((status) => plan.onStatus(document.id, status))}
            onAssign={plan && (() => plan.onAssign(document.id))}
            onFocus={() => setActiveId(document.id)}
            onDetails={onDetails && (() => onDetails(document.id))}
            onRemove={onRemove && (() => removeAt(at))}
          />
        ))}
      </tbody>
    </table>
  )
}
