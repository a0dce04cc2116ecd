'use client'

import '#/components/reader/reader.css'
import '#/components/reader/text.css'
import '#/components/reader/statements.css'
import './history.css'
import './past.css'
import { useMemo, useState } from 'react'
import { CodebookView } from '#/components/reader/codebook-view.ts'
import { PeopleContext, type Person } from '#/components/reader/use-people.ts'
import { RegionJump } from '#/components/workspace/region-jump.tsx'
import type { MemberRole } from '#/lib/access/roles.ts'
import type { CountedCodebook } from '#/lib/codebook/uses.ts'
import { t } from '#/lib/message/t.ts'
import { HistoryBar } from './history-bar.tsx'
import { HistoryContext } from './history-context.ts'
import { HistoryWork } from './history-work.tsx'

interface HistoryPageProps {
  workspace: { id: string; name: string }
  document: { id: string; title: string; language: string; direction: 'ltr' | 'rtl' }
  role: MemberRole
  codebook: CountedCodebook
  /** Everybody whose name may stand in the history. */
  people: readonly Person[]
  /** Key of the point to open, from the address. */
  openAt: string | null
  /** Shows what changed instead of the text as it was. */
  opensOnChanges: boolean
}

/** The history of one document: its versions, what they held, what differs between them, and how it came about. */
export function HistoryPage({ workspace, document, role, codebook, people, openAt, opensOnChanges }: HistoryPageProps) {
  const byId = useMemo(() => new Map(people.map((person) => [person.id, person])), [people])
  const [now] = useState(() => Date.now())
  const view = useMemo(() => new CodebookView(codebook), [codebook])
  const { id, language, direction } = document
  const place = useMemo(
    () => ({ workspaceId: workspace.id, documentId: id, language, direction, role, codebook: view, now }),
    [workspace.id, id, language, direction, role, view, now],
  )
  return (
    <PeopleContext value={byId}>
      <HistoryContext value={place}>
        <div className="app history">
          <a className="skip" href="#main">
            {t('Skip to content')}
          </a>
          <HistoryBar workspace={workspace} document={document} />
          <HistoryWork openAt={openAt} opensOnChanges={opensOnChanges} />
          <RegionJump />
        </div>
      </HistoryContext>
    </PeopleContext>
  )
}
