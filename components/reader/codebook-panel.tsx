'use client'

import { useMemo, useRef, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { onDemand } from '#/components/ui/on-demand.tsx'
import { Tabs } from '#/components/ui/tabs.tsx'
import { t } from '#/lib/message/t.ts'
import { codebookRows } from './codebook-rows.ts'
import { CodebookTree } from './codebook-tree.tsx'
import { ColumnDivider } from './column-divider.tsx'
import { DefinitionDock } from './definition-dock.tsx'
import { leaveCodebook } from './drawer.ts'
import type { EntryQuestion } from './entry-dialog.tsx'
import { NewItemDialog } from './new-item-dialog.tsx'
import { useModel, useReader } from './reader-context.ts'
import type { CodebookItem } from './reader-state.ts'

const EntryDialog = onDemand(() => import('./entry-dialog.tsx').then((module) => module.EntryDialog))

/** The actors and themes beside the text: find, tag with a click, see what is meant. */
export function CodebookPanel() {
  const model = useModel()
  const panel = useReader((state) => state.panel)
  const codebook = useReader((state) => state.codebook)
  const [filters, setFilters] = useState({ actors: '', themes: '' })
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [pointed, setPointed] = useState<{ item: CodebookItem | null; by: 'pointer' | 'keyboard' }>({ item: null, by: 'pointer' })
  const [question, setQuestion] = useState<EntryQuestion | null>(null)
  const [making, setMaking] = useState(false)
  const body = useRef<HTMLDivElement>(null)

  const kind = panel === 'actors' ? 'actor' : 'theme'
  const filter = filters[panel]
  const rows = useMemo(() => codebookRows(codebook, kind, filter, closed), [codebook, kind, filter, closed])
  const toggle = (id: string) =>
    setClosed((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]))
  const type = (value: string) => setFilters((before) => ({ ...before, [panel]: value }))

  return (
    <aside className="book" aria-label={t('Codebook')}>
      <ColumnDivider column="book" />
      <Tabs
        label={t('Codebook')}
        tabs={[
          { id: 'actors', label: t('Actors'), count: codebook.offered.actors.length },
          { id: 'themes', label: t('Themes'), count: codebook.offered.themes.length },
        ]}
        selected={panel}
        onSelect={(id) => model.ui.set({ panel: id as 'actors' | 'themes' })}
        panelClassName="book__panel"
      >
        <div className="book__tools" ref={body}>
          <label className={filter === '' ? 'field' : 'field is-on'}>
            <Icon name="filter" />
            <span className="sr">{panel === 'actors' ? t('Filter actors') : t('Filter themes')}</span>
            <input
              id="codebook-filter"
              placeholder={panel === 'actors' ? t('Filter actors') : t('Filter themes')}
              aria-keyshortcuts="/"
              autoComplete="off"
              dir="auto"
              value={filter}
              onChange={(event) => type(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') {
                  event.stopPropagation()
                  if (filter === '') leaveCodebook(model)
                  else type('')
                } else if (event.key === 'ArrowDown') {
                  event.preventDefault()
                  body.current?.parentElement?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus()
                }
              }}
            />
            {filter === '' && <Kbd>/</Kbd>}
          </label>
          {model.can('propose-codebook') && (
            <IconButton icon="plus" label={kind === 'actor' ? t('New actor') : t('New theme')} onClick={() => setMaking(true)} />
          )}
        </div>
        <CodebookTree
          key={kind}
          kind={kind}
          rows={rows}
          filtering={filter.trim() !== ''}
          onToggle={toggle}
          onPoint={(item, by) => setPointed({ item, by })}
          onAsk={setQuestion}
        />
      </Tabs>
      <DefinitionDock item={pointed.item} speaks={pointed.by === 'keyboard'} />
      {question && <EntryDialog question={question} onClose={() => setQuestion(null)} />}
      <NewItemDialog key={`${kind} ${making}`} open={making} kind={kind} onClose={() => setMaking(false)} />
    </aside>
  )
}
