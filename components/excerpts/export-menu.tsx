import { useRef, useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { FormatLink } from '#/components/ui/format-link.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem } from '#/components/ui/menu-item.tsx'
import { onDemand } from '#/components/ui/on-demand.tsx'
import { exportAddress } from '#/lib/excerpt/export-address.ts'
import type { FormatId } from '#/lib/format/export/export-format.ts'
import { EXPORT_FORMATS } from '#/lib/format/export/export-formats.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import type { Query } from '#/lib/query/query.ts'
import type { Selection } from './use-selection.ts'

const ExportDialog = onDemand(() => import('#/components/exports/export-dialog.tsx').then((module) => module.ExportDialog))

interface ExportMenuProps {
  workspaceId: string
  query: Query
  /** How many match; null while they are counted. */
  total: number | null
  selection: Selection
}

/** The formats most ask for: for reading and counting, then for other programs. */
const OFTEN: readonly (readonly FormatId[])[] = [
  ['csv', 'xlsx', 'docx', 'html'],
  ['qdpx', 'jsonld', 'dna-csv', 'graphml'],
]

/** Takes out what the filter shows, or what is ticked, in one of the formats. `⇧E` opens it. */
export function ExportMenu({ workspaceId, query, total, selection }: ExportMenuProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [wantsAll, setWantsAll] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  useCommand('excerpts.export', () => box.current?.querySelector('button')?.click())
  const isTicked = selection.ids.size > 0
  const count = selection.count(total)
  const ticked = isTicked && count !== null ? { query: selection.query(query), count } : null
  const matching = total === null ? t('all that match') : t('all {total} that match', { total })
  const onlyTicked = ticked !== null && !wantsAll
  return (
    <span ref={box} data-export>
      <Menu
        label={t('Export')}
        align="end"
        triggerClassName="btn btn--primary"
        trigger={
          <>
            <Icon name="download" />
            {t('Export')}
          </>
        }
      >
        {ticked && (
          // biome-ignore lint/a11y/useSemanticElements: a group of menu items
          <div className="seg exportscope" role="group" aria-label={t('What to export')}>
            <Scope checked={onlyTicked} onChoose={() => setWantsAll(false)}>
              {t('{count} selected', { count: numberWords(ticked.count) })}
            </Scope>
            <Scope checked={!onlyTicked} onChoose={() => setWantsAll(true)}>
              {total === null ? t('All that match') : t('All {total} matching', { total: numberWords(total) })}
            </Scope>
          </div>
        )}
        <Formats
          title={onlyTicked ? t('Export {selected} selected', { selected: ticked.count }) : t('Export {matching}', { matching })}
          showsTitle={!ticked}
          workspaceId={workspaceId}
          query={onlyTicked ? ticked.query : query}
        />
        <hr />
        <MenuItem onSelect={() => setIsOpen(true)}>
          {t('All formats…')}
          <span className="formatlink__holds">{t('What each format keeps and leaves out')}</span>
        </MenuItem>
      </Menu>
      {isOpen && <ExportDialog workspaceId={workspaceId} query={query} ticked={ticked} onClose={() => setIsOpen(false)} />}
    </span>
  )
}

/** One of two things to export; the menu stays open. */
function Scope({ checked, onChoose, children }: { checked: boolean; onChoose: () => void; children: string }) {
  return (
    <button type="button" role="menuitemradio" aria-checked={checked} tabIndex={-1} onClick={onChoose}>
      {children}
    </button>
  )
}

interface FormatsProps {
  title: string
  showsTitle: boolean
  workspaceId: string
  query: Query
}

function Formats({ title, showsTitle, workspaceId, query }: FormatsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menu items
    <div role="group" aria-label={title} className="formatmenu">
      {showsTitle && (
        <p className="menu__head label" aria-hidden="true">
          {title}
        </p>
      )}
      {OFTEN.map((ids, at) => [
        at > 0 && <hr key={`before ${ids[0]}`} />,
        ...ids.map((id) => <Format key={id} workspaceId={workspaceId} id={id} query={query} />),
      ])}
    </div>
  )
}

function Format({ workspaceId, id, query }: { workspaceId: string; id: FormatId; query: Query }) {
  const format = EXPORT_FORMATS.find((one) => one.id === id)
  if (!format) return null
  const { name, holds } = format.words()
  return <FormatLink href={exportAddress(workspaceId, id, query)} badge={format.badge} name={name} holds={holds} />
}
