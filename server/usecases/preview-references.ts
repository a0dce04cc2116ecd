import type { Db } from '#/db/client.ts'
import type { Scope } from '#/db/scope.ts'
import { MOST_SHOWN } from '#/lib/codebook/import/import-preview.ts'
import { counted } from '#/lib/counted.ts'
import type { LeftOut, PreviewedReferences } from '#/lib/format/project/project-preview.ts'
import { t } from '#/lib/message/t.ts'
import { oneLine } from '#/lib/one-line.ts'
import type { ReadyReference } from '#/server/jobs/ready-project.ts'
import type { BookPutIn } from './put-book-in.ts'
import { type Fate, SEARCH_MS, type SettledReference, settleReference } from './settle-reference.ts'

/** Longest words that are shown of a passage, UTF-16 units. */
const LONGEST = 160

/** What would become of statements about documents whose text is not in the file. Changes nothing. */
export async function previewReferences(
  scope: Scope,
  references: readonly ReadyReference[],
  ids: BookPutIn['ids'],
  of: { db: Db; log: Db },
): Promise<PreviewedReferences> {
  const preview: PreviewedReferences = { documents: { count: 0, shown: [] }, found: 0, here: 0, left: { count: 0, shown: [] } }
  const leave = (left: LeftOut) => {
    preview.left.count++
    if (preview.left.shown.length < MOST_SHOWN) preview.left.shown.push(left)
  }
  const until = performance.now() + SEARCH_MS
  for (const reference of references) {
    const document = oneLine(reference.title || reference.url || (reference.id ?? ''))
    const settled = await settleReference(scope, reference, ids, { ...of, until })
    if (typeof settled === 'string') {
      const passages = counted(reference.statements.length, 'passage')
      const noDocument = () => t('{passages}: no document here has this id, address or title, or several have it.', { passages })
      leave({ document, quote: '', why: settled === 'no-document' ? noDocument() : why(settled) })
      continue
    }
    const { found, here } = countFates(settled)
    preview.found += found
    preview.here += here
    preview.documents.count++
    if (preview.documents.shown.length < MOST_SHOWN) preview.documents.shown.push({ title: document, found, here })
    for (const [i, fate] of settled.fates.entries())
      if (typeof fate === 'string' && fate !== 'here')
        leave({ document, quote: shortened(reference.statements[i]?.quote ?? ''), why: why(fate) })
  }
  return preview
}

function countFates({ fates }: SettledReference): { found: number; here: number } {
  return { found: fates.filter((fate) => typeof fate === 'object').length, here: fates.filter((fate) => fate === 'here').length }
}

function why(fate: Exclude<Fate, object | 'here'>): string {
  if (fate === 'not-looked-for') return t('Looking for all passages took too long. Bring the rest in another file.')
  if (fate === 'several') return t('These words stand there more than once. Nothing is guessed: say what stands before or behind them.')
  return t('These words are not in its text as it is now.')
}

function shortened(quote: string): string {
  const line = oneLine(quote)
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : line
}
