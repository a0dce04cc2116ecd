import Link from 'next/link'
import { SaveState } from '#/components/collab/save-state.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { Mark } from '#/components/ui/mark.tsx'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'

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
      <Link className="mark" href={documents} aria-label={t('Interline home')}>
        <Mark />
      </Link>
      <div className="grow">
        <nav className="crumbs" aria-label={t('Breadcrumb')}>
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
        <h1 className="doctitle">{t('History')}</h1>
      </div>
      <SaveState />
      <Link className="btn" href={reader} aria-label={t('Back to the document')}>
        <Icon name="left" />
        <span>
          {t('Back')}
          <span className="hide-small"> {t('to the document')}</span>
        </span>
      </Link>
    </header>
  )
}
