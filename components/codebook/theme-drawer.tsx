'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { historyPath } from '#/components/codebook-history/history-place.ts'
import { MemoPanel } from '#/components/memos/memo-panel.tsx'
import { Button } from '#/components/ui/button.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { StateWord } from '#/components/ui/state-word.tsx'
import type { Theme } from '#/lib/codebook/codebook.ts'
import type { ThemeChange } from '#/lib/codebook/input.ts'
import type { ThemeHue } from '#/lib/codebook/theme-hue.ts'
import { pathOf } from '#/lib/codebook/theme-tree.ts'
import type { ThemeUses } from '#/lib/codebook/uses.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { updateTheme } from '#/server/actions/codebook.ts'
import { ArchiveButton } from './archive-button.tsx'
import { closeOnEscape } from './close-on-escape.ts'
import { ThemeFields } from './theme-fields.tsx'
import { ThemeRules } from './theme-rules.tsx'
import { useOptimisticEntry } from './use-optimistic-entry.ts'

interface ThemeDrawerProps {
  workspaceId: string
  theme: Theme
  themes: readonly Theme[]
  hues: ReadonlyMap<string, ThemeHue>
  uses: ThemeUses
  canManage: boolean
  canPropose: boolean
  /** What makes one theme of several, or several of one. */
  tools: ReactNode
  onChanged: () => void
  onMove: (parentId: string | null) => void
  onAddBelow: () => void
  onDelete: () => void
  onClose: () => void
}

/** Everything about one theme. What is changed is saved at once. */
export function ThemeDrawer(props: ThemeDrawerProps) {
  const {
    workspaceId,
    theme: kept,
    themes,
    hues,
    uses,
    canManage,
    canPropose,
    tools,
    onChanged,
    onMove,
    onAddBelow,
    onDelete,
    onClose,
  } = props
  const [theme, save] = useOptimisticEntry(kept, (change: ThemeChange) => updateTheme(workspaceId, kept.id, change), onChanged)
  const path = pathOf(themes, theme.id)
  const branch = path.length > 1 ? path.at(-2) : undefined
  const hue = hues.get(theme.id)

  return (
    <aside className="drawer" onKeyDown={closeOnEscape(onClose)} aria-label={t('Theme: {theme}', { theme: theme.name })}>
      <div className="drawer__head">
        <div className="row">
          <span className={hue?.ring ? 'dot dot--ring' : 'dot'} data-h={hue?.hue} />
          <h2 className="grow clip" dir="auto">
            {theme.name}
          </h2>
          <StateWord state={theme.state} />
          {canPropose && <IconButton icon="plus" label={t('New theme below')} onClick={onAddBelow} />}
          {canManage && <IconButton icon="bin" label={t('Delete theme')} onClick={onDelete} />}
          <IconButton icon="x" label={t('Close')} onClick={onClose} />
        </div>
      </div>
      <section className="stack">
        {canManage ? (
          <ThemeFields theme={theme} themes={themes} hues={hues} onSave={save} onMove={onMove} />
        ) : (
          <>
            <ThemeRules theme={theme} />
            {branch && (
              <p className="muted">
                {path
                  .slice(0, -1)
                  .map((step) => step.name)
                  .join(' › ')}
              </p>
            )}
          </>
        )}
      </section>
      <section>
        <h3>
          {t('Use')}
          <span className="num">
            {themes.some((other) => other.parentId === theme.id) && `${t('{own} own, with sub-themes', { own: uses.own })} `}
            {counted(uses.withSubthemes, 'statement')}, {counted(uses.documents, 'document')}
          </span>
        </h3>
        <div className="row">
          {uses.withSubthemes > 0 && <Link href={`/w/${workspaceId}/excerpts?theme=${theme.id}`}>{t('Show excerpts')}</Link>}
          <Link href={historyPath(workspaceId, { entryId: theme.id })}>{t('What changed')}</Link>
        </div>
      </section>
      <MemoPanel key={kept.id} workspaceId={workspaceId} subject="theme" subjectId={kept.id} />
      {canManage && (
        <section className="row drawer__tools">
          {tools}
          <ArchiveButton workspaceId={workspaceId} noun="theme" entry={theme} entries={themes} onChanged={onChanged} />
          <Button look="danger" icon="bin" onClick={onDelete}>
            {t('Delete theme')}
          </Button>
        </section>
      )}
    </aside>
  )
}
