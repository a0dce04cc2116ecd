'use client'

import { useMemo, useRef, useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice } from '#/components/ui/menu-item.tsx'
import { languageName } from '#/lib/document/language-name.ts'
import { DocumentTable } from './document-table.tsx'
import { filterDocuments } from './filter-documents.ts'
import type { HomeDocument } from './home-document.ts'
import { nextSort, type Sort } from './order-documents.ts'
import { useSteadyOrder } from './use-steady-order.ts'

interface DocumentBrowserProps {
  workspaceId: string
  documents: readonly HomeDocument[]
  now: number
  onDetails?: (id: string) => void
  onRemove?: (document: HomeDocument) => void
}

/** Filter, sort and table. */
export function DocumentBrowser({ workspaceId, documents, now, onDetails, onRemove }: DocumentBrowserProps) {
  const [words, setWords] = useState('')
  const [language, setLanguage] = useState<string | null>(null)
  const [sort, setSort] = useState<Sort>({ key: 'updatedAt', descending: true })
  const filterBox = useRef<HTMLInputElement>(null)
  useCommand('documents.find', () => filterBox.current?.focus())

  const languages = useMemo(() => [...new Set(documents.map((document) => document.language))].sort(), [documents])
  const { ordered, moved, orderNow } = useSteadyOrder(documents, sort)
  const shown = useMemo(() => filterDocuments(ordered, { words, language }), [ordered, words, language])
  const isFiltered = shown.length < documents.length

  return (
    <>
      <div className="toolrow">
        <label className="field">
          <Icon name="search" />
          <span className="sr">Filter documents</span>
          <input
            ref={filterBox}
            type="search"
            value={words}
            placeholder="Filter by title, source or author"
            aria-keyshortcuts="/"
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setWords('')
            }}
          />
          <Kbd>/</Kbd>
        </label>
        {languages.length > 1 && (
          <Menu
            trigger={
              <>
                Language: {language === null ? 'any' : languageName(language)}
                <Icon name="down" small />
              </>
            }
          >
            <MenuChoice checked={language === null} onSelect={() => setLanguage(null)}>
              Any
            </MenuChoice>
            {languages.map((tag) => (
              <MenuChoice key={tag} checked={language === tag} onSelect={() => setLanguage(tag)}>
                {languageName(tag)}
              </MenuChoice>
            ))}
          </Menu>
        )}
        {moved > 0 && (
          <button type="button" className="linkbtn" onClick={orderNow}>
            {moved} moved. Sort again
          </button>
        )}
      </div>
      <DocumentTable
        workspaceId={workspaceId}
        documents={shown}
        now={now}
        sort={sort}
        onSort={(key) => setSort(nextSort(sort, key))}
        onDetails={onDetails}
        onRemove={onRemove}
      />
      <p className="home__foot" role="status">
        {isFiltered && (shown.length === 0 ? 'No document matches. ' : `Showing ${shown.length} of ${documents.length}. `)}
        {isFiltered && (
          <button
            type="button"
            className="linkbtn"
            onClick={() => {
              setWords('')
              setLanguage(null)
            }}
          >
            Show all
          </button>
        )}
      </p>
    </>
  )
}
