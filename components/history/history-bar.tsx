import Link from 'next/link'
import { SaveState } from '#/components/collab/save-state.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Mark } from '#/components/ui/mark.tsx'
import { langAttribute } from '#/lib/document/language-name.ts'

interface HistoryBarProps {
  workspace: { id: string; name: string }
  document: { id: string; title: string; language: string }
}

/** The bar over a history: where we are, and the way back to the document. */
export function HistoryBar({ workspace, document }: HistoryBarProps) {
  const documents = `/w/${workspace.id}/documents`
  const reader = `${documents}/${document.id}`
  return (
    <header className="topbar">
      <Link className="mark" href={documents} aria-label="Interline home">
        <Mark />
      </Link>
      <div className="grow">
        <nav className="crumbs" aria-label="Breadcrumb">
          <Link href={documents} dir="auto" className="hide-small">
            {workspace.name}
          </Link>
          <span className="hide-small">
            <Icon name="right" />
          </span>
          <Link href={reader} dir="auto" lang={langAttribute(document.language)} className="clip">
            {document.title}
          </Link>
        </nav>
        <h1 className="doctitle">History</h1>
      </div>
      <SaveState />
      <Link className="btn" href={reader} aria-label="Back to the document">
        <Icon name="left" />
        <span>
          Back<span className="hide-small"> to the document</span>
        </span>
      </Link>
    </header>
  )
}
