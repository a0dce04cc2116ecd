'use client'

import Link from 'next/link'
import type { CollabRoom } from '#/components/collab/room.ts'
import { SaveState } from '#/components/collab/save-state.tsx'
import { EditionItem } from '#/components/editions/edition-item.tsx'
import { historyPath } from '#/components/history/history-path.ts'
import { EditedMark } from '#/components/original/edited-mark.tsx'
import { toggleOriginal } from '#/components/original/toggle-original.ts'
import { InboxLink } from '#/components/talk/inbox-link.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Mark } from '#/components/ui/mark.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuChoice, MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import { langAttribute } from '#/lib/document/language-name.ts'
import { exportAddress } from '#/lib/excerpt/export-address.ts'
import { TABLE_FORMATS } from '#/lib/format/export/formats-of-tables.ts'
import { t } from '#/lib/message/t.ts'
import { oneOf } from '#/lib/query/query.ts'
import { copyLink } from './copy-link.ts'
import { DocumentStatus } from './document-status.tsx'
import { openFind } from './find-words.ts'
import { ModeSwitch } from './mode-switch.tsx'
import { passageLink } from './passage-link.ts'
import { Presence } from './presence.tsx'
import { useModel, useReader } from './reader-context.ts'
import type { ReaderDocument } from './reader-document.ts'
import { MARKING_NAMES, MARKINGS } from './reader-state.ts'

interface ReaderBarProps {
  workspace: { id: string; name: string }
  document: ReaderDocument
  self: { id: string; name: string }
  /** null while the page is being prepared. */
  room: CollabRoom | null
  /** Whether this reader says how far the team is with the document. */
  mayPlan: boolean
}

/** The bar over the reader: where we are, the mode, whether work is saved, who is here, ways out. */
export function ReaderBar({ workspace, document, self, room, mayPlan }: ReaderBarProps) {
  const home = `/w/${workspace.id}/documents`
  return (
    <header className="topbar">
      <Link className="mark" href={home} prefetch={false} aria-label={t('Interline home')}>
        <Mark />
      </Link>
      <div className="grow">
        <nav className="crumbs" aria-label={t('Breadcrumb')}>
          <Link href={home} prefetch={false} dir="auto">
            {workspace.name}
          </Link>
          <Icon name="right" />
          <Link href={home} prefetch={false}>
            {t('Documents')}
          </Link>
        </nav>
        <div className="titleline">
          <h1 className="doctitle" dir="auto" lang={langAttribute(document.language)} title={document.title}>
            {document.title}
          </h1>
          <span className="hide-small">
            <DocumentStatus workspaceId={workspace.id} document={document} mayPlan={mayPlan} />
          </span>
        </div>
      </div>
      {room && <EditedMark />}
      {room && <ModeSwitch />}
      <SaveState />
      <InboxLink workspaceId={workspace.id} />
      {room && <Presence room={room} self={self} />}
      <ShareMenu workspaceId={workspace.id} documentId={document.id} />
      <ExportMenu workspaceId={workspace.id} document={document} />
      <MoreMenu workspaceId={workspace.id} document={document} isOpen={room !== null} />
    </header>
  )
}

function ShareMenu({ workspaceId, documentId }: { workspaceId: string; documentId: string }) {
  return (
    <Menu
      label={t('Share')}
      triggerClassName="btn hide-small"
      trigger={
        <>
          <Icon name="share" />
          <span className="hide-medium">{t('Share')}</span>
        </>
      }
      align="end"
    >
      <MenuItem icon="link" onSelect={() => void copyDocumentLink(workspaceId, documentId)}>
        {t('Copy link to this document')}
      </MenuItem>
      <MenuLink icon="users" href={`/w/${workspaceId}/settings`}>
        {t('Members and invitations')}
      </MenuLink>
    </Menu>
  )
}

/** What is needed seldom; on phones, what has no room. `isOpen`: the text is there. */
function MoreMenu({ workspaceId, document, isOpen }: { workspaceId: string; document: ReaderDocument; isOpen: boolean }) {
  return (
    <Menu label={t('More')} triggerClassName="ibtn" trigger={<Icon name="more" />} align="end">
      {isOpen && <FindItem />}
      {isOpen && document.editions.length > 0 && <OriginalItem />}
      {isOpen && <MemosItem />}
      <MenuLink icon="history" href={historyPath(workspaceId, document.id)}>
        {t('History')}
      </MenuLink>
      {isOpen && <EditionItem />}
      {isOpen && <MarkingItems />}
      <hr />
      <MenuItem icon="link" onSelect={() => void copyDocumentLink(workspaceId, document.id)}>
        {t('Copy link')}
      </MenuItem>
      <MenuLink icon="quote" href={`/w/${workspaceId}/excerpts?document=${document.id}`}>
        {t('Excerpts of this document')}
      </MenuLink>
      <MenuLink icon="file" href={`/w/${workspaceId}/documents`}>
        {t('All documents')}
      </MenuLink>
      {isOpen && <TourItem />}
    </Menu>
  )
}

function FindItem() {
  const model = useModel()
  return (
    <MenuItem icon="search" onSelect={() => openFind(model, false)}>
      {t('Find in the text')}
    </MenuItem>
  )
}

/** On phones, where there is no bar over the text. */
function MarkingItems() {
  const model = useModel()
  const marking = useReader((state) => state.marking)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a menu
    <div className="only-phone" role="group" aria-label={t('Marking')}>
      <hr />
      <p className="menu__head label">{t('Marking')}</p>
      {MARKINGS.map((each) => (
        <MenuChoice key={each} checked={each === marking} onSelect={() => model.ui.set({ marking: each })}>
          {MARKING_NAMES[each]}
        </MenuChoice>
      ))}
    </div>
  )
}

function MemosItem() {
  const model = useModel()
  return (
    <MenuItem icon="memo" onSelect={() => model.ui.set({ dialog: 'memos' })}>
      {t('Memos on this document')}
    </MenuItem>
  )
}

function TourItem() {
  const model = useModel()
  return (
    <MenuItem icon="pin" onSelect={() => model.ui.set({ tour: true })}>
      {t('Take the tour')}
    </MenuItem>
  )
}

function OriginalItem() {
  const model = useModel()
  return (
    <MenuItem icon="file" onSelect={() => toggleOriginal(model)}>
      {t('Compare with the original')}
    </MenuItem>
  )
}

function copyDocumentLink(workspaceId: string, documentId: string): Promise<void> {
  return copyLink(passageLink({ workspaceId, documentId }), t('Link to this document copied. Members of the workspace can open it.'))
}

function ExportMenu({ workspaceId, document }: { workspaceId: string; document: ReaderDocument }) {
  const [latest] = document.editions
  const download = (address: string) => () => location.assign(address)
  return (
    <Menu
      label={t('Export')}
      triggerClassName="btn btn--primary hide-small"
      trigger={
        <>
          <Icon name="download" />
          <span className="hide-medium">{t('Export')}</span>
        </>
      }
      align="end"
    >
      <MenuLink icon="quote" href={`/w/${workspaceId}/excerpts?document=${document.id}`}>
        {t('Excerpts of this document')}
      </MenuLink>
      <hr />
      <p className="menu__head label">{t('Statements of this document')}</p>
      {TABLE_FORMATS.map(({ id, words }) => (
        <MenuItem key={id} icon="matrix" onSelect={download(exportAddress(workspaceId, id, oneOf('document', document.id)))}>
          {words().name}
        </MenuItem>
      ))}
      {latest && (
        <>
          <hr />
          <MenuItem icon="file" onSelect={download(`/api/originals/${document.id}`)}>
            {t('Original file ({fileName})', { fileName: latest.fileName })}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
