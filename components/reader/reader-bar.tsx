'use client'

import Link from 'next/link'
import type { CollabRoom } from '#/components/collab/room.ts'
import { SaveState } from '#/components/collab/save-state.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Mark } from '#/components/ui/mark.tsx'
import { Menu } from '#/components/ui/menu.tsx'
import { MenuItem, MenuLink } from '#/components/ui/menu-item.tsx'
import { showToast } from '#/components/ui/toast-store.ts'
import { ModeSwitch } from './mode-switch.tsx'
import { passageLink } from './passage-link.ts'
import { Presence } from './presence.tsx'
import type { ReaderDocument } from './reader-document.ts'

interface ReaderBarProps {
  workspace: { id: string; name: string }
  document: ReaderDocument
  self: { id: string; name: string }
  /** null while the page is being prepared. */
  room: CollabRoom | null
}

/** The bar over the reader: where we are, the mode, whether work is saved, who is here, ways out. */
export function ReaderBar({ workspace, document, self, room }: ReaderBarProps) {
  const home = `/w/${workspace.id}/documents`
  return (
    <header className="topbar">
      <Link className="mark" href={home} aria-label="Interline home">
        <Mark />
      </Link>
      <div className="grow">
        <nav className="crumbs" aria-label="Breadcrumb">
          <Link href={home} dir="auto">
            {workspace.name}
          </Link>
          <Icon name="right" />
          <Link href={home}>Documents</Link>
        </nav>
        <h1 className="doctitle" title={document.title}>
          <bdi lang={document.language === 'und' ? undefined : document.language}>{document.title}</bdi>
        </h1>
      </div>
      {room && <ModeSwitch />}
      <SaveState />
      {room && <Presence room={room} self={self} />}
      <ShareMenu workspaceId={workspace.id} documentId={document.id} />
      <ExportMenu workspaceId={workspace.id} document={document} />
      <MoreMenu workspaceId={workspace.id} document={document} />
    </header>
  )
}

function ShareMenu({ workspaceId, documentId }: { workspaceId: string; documentId: string }) {
  return (
    <Menu
      label="Share"
      triggerClassName="btn hide-small"
      trigger={
        <>
          <Icon name="share" />
          <span className="hide-medium">Share</span>
        </>
      }
      align="end"
    >
      <MenuItem icon="link" onSelect={() => void copyLink(workspaceId, documentId)}>
        Copy link to this document
      </MenuItem>
      <MenuLink icon="users" href={`/w/${workspaceId}/settings`}>
        Members and invitations
      </MenuLink>
    </Menu>
  )
}

/** On phones: the few things that are of use there. */
function MoreMenu({ workspaceId, document }: { workspaceId: string; document: ReaderDocument }) {
  return (
    <span className="only-small">
      <Menu label="More" triggerClassName="ibtn" trigger={<Icon name="more" />} align="end">
        <MenuItem icon="link" onSelect={() => void copyLink(workspaceId, document.id)}>
          Copy link
        </MenuItem>
        <MenuLink icon="quote" href={`/w/${workspaceId}/excerpts?document=${document.id}`}>
          Excerpts of this document
        </MenuLink>
        <MenuLink icon="file" href={`/w/${workspaceId}/documents`}>
          All documents
        </MenuLink>
      </Menu>
    </span>
  )
}

async function copyLink(workspaceId: string, documentId: string): Promise<void> {
  await navigator.clipboard.writeText(passageLink({ workspaceId, documentId }))
  showToast('Link to this document copied. Members of the workspace can open it.')
}

const EXPORTS = [
  { format: 'csv', label: 'CSV table' },
  { format: 'xlsx', label: 'Excel workbook' },
  { format: 'jsonld', label: 'Web Annotations (JSON-LD)' },
] as const

function ExportMenu({ workspaceId, document }: { workspaceId: string; document: ReaderDocument }) {
  const download = (address: string) => () => location.assign(address)
  return (
    <Menu
      label="Export"
      triggerClassName="btn btn--primary hide-small"
      trigger={
        <>
          <Icon name="download" />
          <span className="hide-medium">Export</span>
        </>
      }
      align="end"
    >
      <MenuLink icon="quote" href={`/w/${workspaceId}/excerpts?document=${document.id}`}>
        Excerpts of this document
      </MenuLink>
      <hr />
      <p className="menu__head label">Statements of this document</p>
      {EXPORTS.map(({ format, label }) => (
        <MenuItem key={format} icon="matrix" onSelect={download(`/api/exports/${workspaceId}?format=${format}&document=${document.id}`)}>
          {label}
        </MenuItem>
      ))}
      {document.original && (
        <>
          <hr />
          <MenuItem icon="file" onSelect={download(`/api/originals/${document.id}`)}>
            Original file ({document.original.fileName})
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
