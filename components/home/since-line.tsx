'use client'

import { useEffect, useState } from 'react'
import { counted } from '#/lib/counted.ts'
import { clockNow } from '#/lib/date/clock.ts'
import type { DocumentNews } from '#/lib/document/news.ts'
import { sinceWords } from '#/lib/document/since-words.ts'
import { listWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { visitDocuments } from '#/server/actions/document-work.ts'

/** Where this visit began to count is kept as long as the tab is open: going to a document and back is no new visit. */
const keyOf = (workspaceId: string) => `interline.visit.${workspaceId}`

function beganAt(workspaceId: string): number | null {
  const kept = Number(sessionStorage.getItem(keyOf(workspaceId)))
  return kept > 0 ? kept : null
}

/** What others brought since the last visit; silent when that is nothing. `documents`: counted again whenever the list is another. */
export function SinceLine({ workspaceId, documents }: { workspaceId: string; documents: unknown }) {
  const [news, setNews] = useState<DocumentNews | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list is the reason to count again
  useEffect(() => {
    let isCurrent = true
    // Without an answer nothing is said; the next visit counts from the same moment.
    void visitDocuments(workspaceId, beganAt(workspaceId))
      .catch(() => null)
      .then((answer) => {
        if (!answer || !isCurrent) return
        if (beganAt(workspaceId) === null) sessionStorage.setItem(keyOf(workspaceId), String(answer.since))
        setNews(answer)
      })
    return () => {
      isCurrent = false
    }
  }, [workspaceId, documents])
  const fresh = news ? newsWords(news) : ''
  if (!news || fresh === '') return null
  return (
    <span>
      {t('Since {since}: {fresh}', { since: sinceWords(news.since, clockNow(), Intl.DateTimeFormat().resolvedOptions().timeZone), fresh })}
    </span>
  )
}

function newsWords({ documents, statements }: DocumentNews): string {
  const parts = [documents > 0 && counted(documents, 'document'), statements > 0 && counted(statements, 'statement')].filter(
    (part) => part !== false,
  )
  if (parts.length === 0) return ''
  return t('{count, plural, one {{what} is new.} other {{what} are new.}}', { count: documents + statements, what: listWords(parts) })
}
