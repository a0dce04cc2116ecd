import { copyText } from '#/components/ui/copy-text.ts'
import { showToast } from '#/components/ui/toast-store.ts'
import { counted } from '#/lib/counted.ts'
import { citeExcerpt } from '#/lib/excerpt/citation.ts'
import { type Excerpt, passagePath } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'

/** Copies excerpts as they are cited, one paragraph each, with the links that open them. */
export async function copyCitations(workspaceId: string, excerpts: readonly Excerpt[]): Promise<void> {
  const cited = excerpts.map((excerpt) => citeExcerpt(excerpt, passageLink(workspaceId, excerpt)))
  const isCopied = await copyText(cited.join('\n\n'))
  const copied = t('Copied {counted} with their sources', { counted: counted(excerpts.length, 'excerpt') })
  showToast(isCopied ? copied : cannotCopyWords())
}

/** Copies the address that opens an excerpt, which stays as its words are edited. */
export async function copyLink(workspaceId: string, excerpt: Excerpt): Promise<void> {
  showToast((await copyText(passageLink(workspaceId, excerpt))) ? t('Copied the link to this excerpt') : cannotCopyWords())
}

function passageLink(workspaceId: string, { document, annotationId }: Excerpt): string {
  return location.origin + passagePath(workspaceId, document.id, annotationId)
}

function cannotCopyWords(): string {
  return t('This browser does not let pages copy. Export them instead.')
}
