'use client'

import { useCallback, useMemo, useState } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice, MenuItem } from '#/components/ui/menu-item.tsx'
import type { ActorKind } from '#/lib/codebook/actor-kinds.ts'
import { buildNameIndex } from '#/lib/codebook/name-index.ts'
import { type CountedCodebook, NO_ACTOR_USES } from '#/lib/codebook/uses.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { actorImpact, deleteActor, restoreActor } from '#/server/actions/codebook.ts'
import { ActorDrawer } from './actor-drawer.tsx'
import { type ActorSort, type ActorSortKey, actorRows } from './actor-rows.ts'
import { ActorsTable } from './actors-table.tsx'
import { ArchivedToggle } from './archived-toggle.tsx'
import { CodebookHead } from './codebook-head.tsx'
import { DeleteEntryDialog } from './delete-entry-dialog.tsx'
import { EntryTools } from './entry-tools.tsx'
import { FindField } from './find-field.tsx'
import { KindsDialog } from './kinds-dialog.tsx'
import { NewActorDialog } from './new-actor-dialog.tsx'
import { NoMatch } from './no-match.tsx'
import { PasteActors } from './paste-actors.tsx'
import { useCodebookRefresh } from './use-codebook-refresh.ts'
import { useEntryKeys } from './use-entry-keys.ts'
import { useOpenEntry } from './use-open-entry.ts'
import { useShownEntries } from './use-shown-entries.ts'

interface ActorsScreenProps {
  workspaceId: string
  codebook: CountedCodebook
  /** Statements by quarter, by actor. */
  quarters: Record<string, number[]>
  openProposals: number
  canPropose: boolean
  canManage: boolean
}

/** One entry per actor with every spelling. */
export function ActorsScreen({ workspaceId, codebook, quarters, openProposals, canPropose, canManage }: ActorsScreenProps) {
  const { actors, kinds, actorUses } = codebook
  const { shown, open, close, created, deleted, rename, deleting, askDelete, stopDeleting } = useOpenEntry(actors, canManage)
  const [query, setQuery] = useState('')
  const [kind, setKind] = useState<string | null>(null)
  const [sort, setSort] = useState<ActorSort>({ by: 'uses', descending: true })
  const [adding, setAdding] = useState(false)
  const [editingKinds, setEditingKinds] = useState(false)
  const refresh = useCodebookRefresh(workspaceId)
  const { listed, archived } = useShownEntries(actors, shown?.id)
  const index = useMemo(() => buildNameIndex({ actors: listed, themes: [] }), [listed])
  const rows = useMemo(
    () => actorRows(listed, index, actorUses, { query, kind, sort, kinds }),
    [listed, kinds, index, actorUses, query, kind, sort],
  )
  const usesOf = useCallback((id: string) => actorUses[id]?.statements ?? 0, [actorUses])
  const add = () => setAdding(true)
  useEntryKeys({ onAdd: () => canPropose && add(), onRename: rename, onDelete: askDelete, onClose: close })
  const sortBy = (by: ActorSortKey) =>
    setSort((was) => (was.by === by ? { by, descending: !was.descending } : { by, descending: by === 'uses' }))

  return (
    <main className={shown ? 'split split--open' : 'split'} id="main">
      <section className="tablewrap" aria-label={t('Actors')}>
        <CodebookHead
          workspaceId={workspaceId}
          openProposals={openProposals}
          proposes={!canManage}
          title={t('Actors')}
          noun="actor"
          onAdd={canPropose && actors.length > 0 ? add : null}
          codebook={codebook}
          onChanged={refresh}
        >
          {t('{actors}, used in {statements}', {
            actors: actors.length - archived.count,
            statements: counted(codebook.statementsWithActors, 'statement'),
          })}
        </CodebookHead>
        {actors.length === 0 ? (
          <PasteActors workspaceId={workspaceId} canPropose={canPropose} onAdded={refresh} />
        ) : (
          <>
            <div className="codebook__tools">
              <FindField label={t('Find by any name')} placeholder={t('Find by any name or script')} value={query} onChange={setQuery} />
              <KindMenu kinds={kinds} value={kind} onChange={setKind} onEdit={canManage ? () => setEditingKinds(true) : null} />
              <ArchivedToggle {...archived} />
            </div>
            {rows.length === 0 ? (
              <NoMatch noun="actor" total={listed.length} onShowAll={() => [setQuery(''), setKind(null)]} />
            ) : (
              <ActorsTable
                rows={rows}
                uses={actorUses}
                quarters={quarters}
                sort={sort}
                onSort={sortBy}
                openId={shown?.id ?? null}
                onOpen={open}
                onReach={(id) => shown && open(id)}
              />
            )}
          </>
        )}
      </section>
      {shown && (
        <ActorDrawer
          key={shown.id}
          workspaceId={workspaceId}
          actor={shown}
          actors={actors}
          kinds={kinds}
          uses={actorUses[shown.id] ?? NO_ACTOR_USES}
          canManage={canManage}
          canPropose={canPropose}
          tools={<EntryTools workspaceId={workspaceId} sort="actor" entry={shown} entries={actors} usesOf={usesOf} onChanged={refresh} />}
          onOpen={open}
          onChanged={refresh}
          onDelete={askDelete}
          onClose={close}
        />
      )}
      <NewActorDialog
        open={adding}
        workspaceId={workspaceId}
        actors={actors}
        kinds={kinds}
        proposes={!canManage}
        onClose={() => setAdding(false)}
        onCreated={(actor) => {
          refresh()
          created(actor.id)
        }}
      />
      {editingKinds && (
        <KindsDialog workspaceId={workspaceId} kinds={kinds} actors={actors} onChanged={refresh} onClose={() => setEditingKinds(false)} />
      )}
      {deleting && (
        <DeleteEntryDialog
          workspaceId={workspaceId}
          noun="actor"
          entry={deleting}
          entries={actors}
          impactOf={(id) => actorImpact(workspaceId, id)}
          remove={(id) => deleteActor(workspaceId, id)}
          restore={(undo) => restoreActor(workspaceId, undo)}
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

interface KindMenuProps {
  kinds: readonly ActorKind[]
  value: string | null
  onChange: (slug: string | null) => void
  /** Opens the list of kinds; null for who may not change it. */
  onEdit: (() => void) | null
}

function KindMenu({ kinds, value, onChange, onEdit }: KindMenuProps) {
  const words = kinds.find((kind) => kind.slug === value)?.name ?? 'any'
  const trigger = (
    <>
      {t('Kind: {words}', { words })} <Icon name="down" small />
    </>
  )
  return (
    <Menu label={t('Kind: {words}', { words })} trigger={trigger}>
      <MenuChoice checked={value === null} onSelect={() => onChange(null)}>
        {t('Any')}
      </MenuChoice>
      {kinds.map(({ slug, name }) => (
        <MenuChoice key={slug} checked={value === slug} onSelect={() => onChange(slug)}>
          {name}
        </MenuChoice>
      ))}
      {onEdit && (
        <>
          <hr />
          <MenuItem icon="settings" onSelect={onEdit}>
            {t('Edit kinds')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
