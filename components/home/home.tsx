'use client'

import './home.css'
import '#/components/imports/imports.css'
import { useState } from 'react'
import { PageDrop } from '#/components/imports/page-drop.tsx'
import { PasteDialog } from '#/components/imports/paste-dialog.tsx'
import { ImportUnderWay } from '#/components/project-import/import-under-way.tsx'
import type { Deed } from '#/lib/activity/deed.ts'
import type { Waiting } from '#/lib/activity/waiting.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { AddDocument } from './add-document.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { DocumentBrowser } from './document-browser.tsx'
import { EmptyWorkspace } from './empty-workspace.tsx'
import type { HomeDocument } from './home-document.ts'
import { HomeSide } from './home-side.tsx'
import { SinceLine } from './since-line.tsx'
import { useBin } from './use-bin.ts'
import { useHomeRefresh } from './use-home-refresh.ts'

interface HomeProps {
  workspaceId: string
  me: string
  documents: readonly HomeDocument[]
  /** Who can be asked to work on a document. */
  colleagues: readonly { id: string; name: string }[]
  /** Documents in the bin; 0 for who may not delete. */
  binned: number
  /** What was last done in the workspace. */
  deeds: readonly Deed[]
  /** What waits for the reader. */
  waiting: Waiting
  /** A project that is being imported for the reader; null: none. */
  importing: { name: string; done: number; of: number } | null
  /** When the server drew the page, ms since 1970. */
  now: number
  mayImport: boolean
  mayDelete: boolean
  mayInvite: boolean
  /** Says how far the team is with a document, and who works on it. */
  mayPlan: boolean
}

/** All documents of a workspace, and the way in for new ones. */
export function Home(props: HomeProps) {
  const { workspaceId, me, documents, colleagues, binned, now, mayImport, mayDelete, mayInvite, mayPlan } = props
  const [pasting, setPasting] = useState(false)
  const [detailsOf, setDetailsOf] = useState<string | null>(null)
  const remove = useBin(workspaceId)
  useHomeRefresh(workspaceId)

  const shared = (
    <>
      {mayImport && <PageDrop workspaceId={workspaceId} />}
      <PasteDialog workspaceId={workspaceId} open={pasting} onClose={() => setPasting(false)} />
      <DetailsDialog
        workspaceId={workspaceId}
        document={documents.find((document) => document.id === detailsOf) ?? null}
        onClose={() => setDetailsOf(null)}
      />
    </>
  )
  if (documents.length === 0 && binned === 0) {
    return (
      <main className="fill" id="main">
        <ImportUnderWay work={props.importing} />
        <EmptyWorkspace workspaceId={workspaceId} mayImport={mayImport} mayInvite={mayInvite} onPaste={() => setPasting(true)} />
        {shared}
      </main>
    )
  }
  return (
    <main className="home" id="main">
      <section className="home__main" aria-label={t('Documents')}>
        <div className="home__head">
          <div>
            <h1 className="pagetitle">{t('Documents')}</h1>
            <p className="muted num">
              {summary(documents)} <SinceLine workspaceId={workspaceId} documents={documents} />
            </p>
          </div>
          {mayImport && <AddDocument workspaceId={workspaceId} onPaste={() => setPasting(true)} />}
        </div>
        <ImportUnderWay work={props.importing} />
        <DocumentBrowser
          workspaceId={workspaceId}
          me={me}
          documents={documents}
          colleagues={mayPlan ? colleagues : null}
          now={now}
          onDetails={mayImport ? setDetailsOf : undefined}
          onRemove={mayDelete ? remove : undefined}
        />
      </section>
      <HomeSide {...props} onPaste={() => setPasting(true)} />
      {shared}
    </main>
  )
}

function summary(documents: readonly HomeDocument[]): string {
  const statements = documents.reduce((sum, document) => sum + document.excerptCount, 0)
  return `${counted(documents.length, 'document')}, ${counted(statements, 'statement')}.`
}
