'use client'

import Link from 'next/link'
import { Button } from '#/components/ui/button.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { DESCRIPTION_LIMIT, NAME_LIMIT } from '#/lib/codebook/clean-name.ts'
import type { Theme } from '#/lib/codebook/codebook.ts'
import type { ThemeChange } from '#/lib/codebook/input.ts'
import type { ThemeHue } from '#/lib/codebook/theme-hue.ts'
import { pathOf } from '#/lib/codebook/theme-tree.ts'
import type { ThemeUses } from '#/lib/codebook/uses.ts'
import { counted } from '#/lib/counted.ts'
import { updateTheme } from '#/server/actions/codebook.ts'
import { closeOnEscape } from './close-on-escape.ts'
import { CommittedField } from './committed-field.tsx'
import { HuePicker } from './hue-picker.tsx'
import { ParentSelect } from './parent-select.tsx'
import { useOptimisticEntry } from './use-optimistic-entry.ts'

interface ThemeDrawerProps {
  workspaceId: string
  theme: Theme
  themes: readonly Theme[]
  hues: ReadonlyMap<string, ThemeHue>
  uses: ThemeUses
  canManage: boolean
  canPropose: boolean
  onChanged: () => void
  onMove: (parentId: string | null) => void
  onAddBelow: () => void
  onDelete: () => void
  onClose: () => void
}

/** Everything about one theme. What is changed is saved at once. */
export function ThemeDrawer(props: ThemeDrawerProps) {
  const { workspaceId, theme: kept, themes, hues, uses, canManage, canPropose, onChanged, onMove, onAddBelow, onDelete, onClose } = props
  const [theme, save] = useOptimisticEntry(kept, (change: ThemeChange) => updateTheme(workspaceId, kept.id, change), onChanged)
  const recolour = (hue: number | null) =>
    void save({ hue }).then((problem) => {
      if (problem) showToast(problem)
    })
  const path = pathOf(themes, theme.id)
  const branch = path.length > 1 ? path.at(-2) : undefined
  const hue = hues.get(theme.id)

  return (
    <aside className="drawer" onKeyDown={closeOnEscape(onClose)} aria-label={`Theme: ${theme.name}`}>
      <div className="drawer__head">
        <div className="row">
          <span className={hue?.ring ? 'dot dot--ring' : 'dot'} data-h={hue?.hue} />
          <h2 className="grow clip" dir="auto">
            {theme.name}
          </h2>
          {canPropose && <IconButton icon="plus" label="New theme below" onClick={onAddBelow} />}
          {canManage && <IconButton icon="bin" label="Delete theme" onClick={onDelete} />}
          <IconButton icon="x" label="Close" onClick={onClose} />
        </div>
      </div>
      <section className="stack">
        {canManage ? (
          <>
            <CommittedField id="name" label="Name" value={theme.name} maxLength={NAME_LIMIT} onCommit={(name) => save({ name })} />
            <CommittedField
              multiline
              label="Definition"
              hint="What to tag with it, and what not."
              value={theme.definition}
              maxLength={DESCRIPTION_LIMIT}
              onCommit={(definition) => save({ definition })}
            />
            <ParentSelect label="Under" entries={themes} id={theme.id} value={theme.parentId} onChange={onMove} />
            <HuePicker
              value={theme.hue}
              none={branch && { label: `As ${branch.name}`, hue: hues.get(branch.id)?.hue }}
              onChange={recolour}
            />
          </>
        ) : (
          <>
            {theme.definition && <p dir="auto">{theme.definition}</p>}
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
          Use
          <span className="num">
            {themes.some((other) => other.parentId === theme.id) && `${uses.own.toLocaleString('en')} own, with sub-themes `}
            {counted(uses.withSubthemes, 'statement')}, {counted(uses.documents, 'document')}
          </span>
        </h3>
        {uses.withSubthemes > 0 && <Link href={`/w/${workspaceId}/excerpts?theme=${theme.id}`}>Show excerpts</Link>}
      </section>
      {canManage && (
        <section>
          <Button look="danger" icon="bin" onClick={onDelete}>
            Delete theme
          </Button>
        </section>
      )}
    </aside>
  )
}
