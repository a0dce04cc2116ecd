'use client'

import type { ReactNode } from 'react'
import { ContextMenu, type MenuPlace } from '#/components/ui/context-menu.tsx'
import { MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import { t } from '#/lib/message/t.ts'
import { useModel, useReader } from './reader-context.ts'
import type { CodebookItem } from './reader-state.ts'
import type { TreeDeed } from './tree-key.ts'

interface TreeMenuProps {
  item: CodebookItem
  at: MenuPlace
  /** What was cut to be put under another entry. */
  cutId: string | null
  onDo: (deed: TreeDeed, item: CodebookItem) => void
  onClose: () => void
}

/** What can be done with an entry of the codebook, for the mouse and the finger; the keys of the tree do the same. */
export function TreeMenu({ item, at, cutId, onDo, onClose }: TreeMenuProps) {
  const model = useModel()
  const codebook = useReader((state) => state.codebook)
  const isArmed = useReader((state) => state.armed?.id === item.id)
  const isFocus = useReader((state) => state.focusItem?.id === item.id)
  const { kind, id } = item
  const isActor = kind === 'actor'
  const name = isActor ? codebook.actorName(id) : codebook.themeName(id)
  const nameOfCut = cutId && (isActor ? codebook.actorName(cutId) : codebook.themeName(cutId))
  const deed = (what: TreeDeed) => () => onDo(what, item)
  return (
    <ContextMenu label={name} at={at} onClose={onClose}>
      <Head>{name}</Head>
      {model.can('tag') && (
        <MenuItem icon="pin" keys="P" onSelect={deed('arm')}>
          {isArmed ? t('Stop tagging with it') : t('Arm: tag every selection with it')}
        </MenuItem>
      )}
      <MenuItem icon="filter" onSelect={() => model.ui.set({ focusItem: isFocus ? null : item })}>
        {isFocus ? t('Show all passages') : t('Only its passages')}
      </MenuItem>
      <MenuItem icon="eye" keys="E" onSelect={deed('hide')}>
        {codebook.chosenHidden.has(id) ? t('Show it again') : t('Hide it everywhere')}
      </MenuItem>
      <MenuLink icon="quote" href={`/w/${model.identity.workspaceId}/excerpts?${kind}=${id}`}>
        {t('All its excerpts')}
      </MenuLink>
      <hr />
      <MenuItem icon="memo" keys="F3" onSelect={deed('memo')}>
        {t('Memos')}
      </MenuItem>
      {model.can('manage-codebook') && (
        <>
          <MenuItem icon="pencil" keys="F2" onSelect={deed('rename')}>
            {t('Rename')}
          </MenuItem>
          <MenuItem icon="palette" keys="F5" onSelect={deed('colour')}>
            {t('Colour')}
          </MenuItem>
          <MenuItem icon="tag" onSelect={deed('cut')}>
            {cutId === id ? t('Leave it where it is') : t('Move it under another')}
          </MenuItem>
          {cutId !== null && cutId !== id && (
            <MenuItem icon="down" onSelect={deed('paste')}>
              {t('Put {name} here, under it', { name: nameOfCut })}
            </MenuItem>
          )}
          <hr />
          <MenuItem icon="bin" keys="F4" danger onSelect={deed('delete')}>
            {t('Delete')}
          </MenuItem>
        </>
      )}
    </ContextMenu>
  )
}

function Head({ children }: { children: ReactNode }) {
  return (
    <p className="menu__head label" dir="auto">
      {children}
    </p>
  )
}
