'use client'

import { useCallback, useMemo, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { isOffered } from '#/lib/codebook/offered.ts'
import { themeHues } from '#/lib/codebook/theme-hue.ts'
import { type CountedCodebook, NO_THEME_USES } from '#/lib/codebook/uses.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { deleteTheme, restoreTheme, themeImpact } from '#/server/actions/codebook.ts'
import { ArchivedToggle } from './archived-toggle.tsx'
import { CodebookHead } from './codebook-head.tsx'
import { DeleteEntryDialog } from './delete-entry-dialog.tsx'
import { EntryTools } from './entry-tools.tsx'
import { FindField } from './find-field.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { NewThemeDialog } from './new-theme-dialog.tsx'
import { NoMatch } from './no-match.tsx'
import { ReadyMadeButton } from './ready-made-button.tsx'
import { ThemeDrawer } from './theme-drawer.tsx'
import { ThemeTree } from './theme-tree.tsx'
import { useCodebookRefresh } from './use-codebook-refresh.ts'
import { useEntryKeys } from './use-entry-keys.ts'
import { useOpenEntry } from './use-open-entry.ts'
import { useShownEntries } from './use-shown-entries.ts'
import { useThemeMoves } from './use-theme-moves.ts'
import { useThemeRows } from './use-theme-rows.ts'

interface ThemesScreenProps {
  workspaceId: string
  codebook: CountedCodebook
  openProposals: number
  canPropose: boolean
  canManage: boolean
}

/** The theme tree: what passages are about. */
export function ThemesScreen({ workspaceId, codebook, openProposals, canPropose, canManage }: ThemesScreenProps) {
  const { themes, themeUses } = codebook
  const { shown, open, close, created, deleted, rename, deleting, askDelete, stopDeleting } = useOpenEntry(themes, canManage)
  const [addingUnder, setAddingUnder] = useState<string | null | undefined>()
  const refresh = useCodebookRefresh(workspaceId)
  const moves = useThemeMoves(workspaceId, themes, refresh)
  const hues = useMemo(() => themeHues(themes), [themes])
  const { listed, archived } = useShownEntries(themes, shown?.id)
  const { rows, query, setQuery, closed, toggle, unfold } = useThemeRows(listed)
  const usesOf = useCallback((id: string) => themeUses[id]?.own ?? 0, [themeUses])

  const closeOrStopMoving = () => (moves.cutId ? moves.onCut(moves.cutId) : close())
  const addBeside = () => canPropose && setAddingUnder(shown?.parentId ?? null)
  useEntryKeys({ onAdd: addBeside, onRename: rename, onDelete: askDelete, onClose: closeOrStopMoving })
  const live = themes.filter(isOffered)
  const branches = live.filter((theme) => theme.parentId === null).length

  return (
    <main className={shown ? 'split split--open' : 'split'} id="main">
      <section className="tablewrap" aria-label={t('Themes')}>
        <CodebookHead
          workspaceId={workspaceId}
          openProposals={openProposals}
          proposes={!canManage}
          title={t('Themes')}
          noun="theme"
          onAdd={canPropose && themes.length > 0 ? addBeside : null}
          codebook={codebook}
          onChanged={refresh}
        >
          {t('{count, plural, one {{live} in # branch, used in {statements}} other {{live} in # branches, used in {statements}}}', {
            count: branches,
            live: live.length,
            statements: counted(codebook.statementsWithThemes, 'statement'),
          })}
        </CodebookHead>
        {themes.length === 0 ? (
          <EmptyState
            title={t('No themes yet')}
            lead={t(
              'What your sources are about: begin with four to six branches and divide them as you read, or with a codebook that others use.',
            )}
          >
            {canPropose && (
              <Button look="primary" icon="plus" onClick={() => setAddingUnder(null)}>
                {t('New theme')}
              </Button>
            )}
            {canManage && <ReadyMadeButton workspaceId={workspaceId} codebook={codebook} noun="theme" onAdded={refresh} />}
          </EmptyState>
        ) : (
          <>
            <div className="codebook__tools">
              <FindField label={t('Find a theme')} placeholder={t('Find by name or definition')} value={query} onChange={setQuery} />
              <ArchivedToggle {...archived} />
              <span className="muted" role="status">
                {moves.cutId &&
                  t('Moving {name}. Go to its new place and paste. Esc to stop', {
                    name: themes.find((theme) => theme.id === moves.cutId)?.name,
                  })}
              </span>
            </div>
            {rows.length === 0 ? (
              <NoMatch noun="theme" total={listed.length} onShowAll={() => setQuery('')} />
            ) : (
              <ThemeTree
                rows={rows}
                uses={themeUses}
                hues={hues}
                closed={closed}
                openId={shown?.id ?? null}
                onOpen={open}
                onReach={(id) => shown && open(id)}
                onToggle={toggle}
                moves={canManage ? moves : undefined}
              />
            )}
          </>
        )}
      </section>
      {shown && (
        <ThemeDrawer
          key={shown.id}
          workspaceId={workspaceId}
          theme={shown}
          themes={themes}
          hues={hues}
          uses={themeUses[shown.id] ?? NO_THEME_USES}
          canManage={canManage}
          tools={<EntryTools workspaceId={workspaceId} sort="theme" entry={shown} entries={themes} usesOf={usesOf} onChanged={refresh} />}
          canPropose={canPropose}
          onChanged={refresh}
          onMove={(parentId) => moves.onMove(shown.id, { parentId })}
          onAddBelow={() => setAddingUnder(shown.id)}
          onDelete={askDelete}
          onClose={closeOrStopMoving}
        />
      )}
      {addingUnder !== undefined && (
        <NewThemeDialog
          workspaceId={workspaceId}
          themes={themes}
          under={addingUnder}
          proposes={!canManage}
          onClose={() => setAddingUnder(undefined)}
          onCreated={(theme) => {
            refresh()
            if (theme.parentId) unfold(theme.parentId)
            created(theme.id)
          }}
        />
      )}
      {moves.merging && (
        <MergeDialog
          workspaceId={workspaceId}
          sort="theme"
          {...moves.merging}
          entries={themes}
          usesOf={usesOf}
          onClose={moves.stopMerging}
          onMerged={refresh}
          onUndone={refresh}
        />
      )}
      {deleting && (
        <DeleteEntryDialog
          workspaceId={workspaceId}
          noun="theme"
          entry={deleting}
          entries={themes}
          impactOf={(id) => themeImpact(workspaceId, id)}
          remove={(id) => deleteTheme(workspaceId, id)}
          restore={(undo) => restoreTheme(workspaceId, undo)}
          onDeleted={() => {
            deleted(deleting.id)
            refresh()
          }}
          onRestored={refresh}
          onClose={stopDeleting}
        />
      )}
    </main>
  )
}
