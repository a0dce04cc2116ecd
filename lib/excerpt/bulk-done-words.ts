import type { BulkEdit } from '#/lib/annotation/bulk-edit.ts'
import { codeWord } from '#/lib/annotation/code-word.ts'
import type { Codebook } from '#/lib/codebook/codebook.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { type BulkReport, skippedWords } from './bulk-report.ts'

type Names = Pick<Codebook, 'actors' | 'themes'>

/** What a change of many statements did, in sentences for who made it: what on how many of how many, what stayed and why, why it ended early. */
export function bulkDoneWords(edit: BulkEdit, { changed, documents: inDocuments, skipped, stopped }: BulkReport, names: Names): string[] {
  const stayed = skippedWords(skipped)
  const all = changed + Object.values(skipped).reduce((sum, count) => sum + count, 0)
  const excerpts =
    all === changed ? counted(changed, 'excerpt') : t('{changed} of {all, plural, one {# excerpt} other {# excerpts}}', { changed, all })
  return [
    changed > 0 ? doneWords(edit, excerpts, counted(inDocuments, 'document'), names) : t('Nothing was changed.'),
    ...(stayed.length > 0 ? [t('Left as they are: {stayed}.', { stayed: stayed.join(', ') })] : []),
    ...(stopped ? [stopped] : []),
  ]
}

function doneWords(edit: BulkEdit, excerpts: string, documents: string, names: Names): string {
  switch (edit.act) {
    case 'add':
      return t('Added {tag} on {excerpts} in {documents}.', { tag: tagWords(edit.tag, names), excerpts, documents })
    case 'remove':
      return t('Removed {tag} from {excerpts} in {documents}.', { tag: tagWords(edit.tag, names), excerpts, documents })
    case 'replace': {
      const [tag, by] = [tagWords(edit.tag, names), tagWords(edit.by, names)]
      return t('Replaced {tag} by {by} on {excerpts} in {documents}.', { tag, by, excerpts, documents })
    }
    case 'status':
      return edit.status
        ? t('Set the status {status} on {excerpts} in {documents}.', { status: codeWord(edit.status), excerpts, documents })
        : t('Took the status off {excerpts} in {documents}.', { excerpts, documents })
  }
}

interface Tag {
  sort: 'actor' | 'theme'
  id: string
  role?: string | null
  stance?: string | null
}

function tagWords({ sort, id, role, stance }: Tag, { actors, themes }: Names): string {
  const entries: readonly { id: string; name: string }[] = sort === 'actor' ? actors : themes
  const name = entries.find((entry) => entry.id === id)?.name ?? t('a deleted entry')
  const as = role ?? (stance === 'none' ? null : stance)
  return as ? t('{name}, {as}', { name, as: codeWord(as) }) : name
}
