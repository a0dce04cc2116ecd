import { Entries } from '#/components/codebook-exchange/preview-of-import.tsx'
import { counted } from '#/lib/counted.ts'
import type { PreviewedReference, ProjectPreview } from '#/lib/format/project/project-preview.ts'
import { t } from '#/lib/message/t.ts'

/** Lists up to this long are open. */
const SHORT = 12

/** The documents a file makes, those that are here and it puts passages on, and the passages that have no place. */
export function BroughtDocuments({ preview: { documents, onOthers } }: { preview: ProjectPreview }) {
  const { documents: others, left } = onOthers
  return (
    <>
      <Entries title={t('Documents')} count={documents.count} open={documents.count <= SHORT}>
        {documents.shown.map(({ title, words, statements, sameAs }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and titles may be the same
          <li key={i}>
            <bdi>{title}</bdi>{' '}
            <span className="muted num">
              {counted(words, 'word')}, {counted(statements, 'passage')}
            </span>
            {sameAs && <span className="faint"> {t('Its text is here already, as “{title}”. Both are kept.', { title: sameAs })}</span>}
          </li>
        ))}
      </Entries>
      <Entries title={t('On documents that are here')} count={others.count} open={others.count <= SHORT}>
        {others.shown.map((reference, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and titles may be the same
          <li key={i}>
            <bdi>{reference.title}</bdi> <span className="muted num">{saidOf(reference)}</span>
          </li>
        ))}
      </Entries>
      <Entries title={t('Left out')} count={left.count} open={left.count <= SHORT || others.count === 0}>
        {left.shown.map(({ document, quote, why }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and words may be the same
          <li key={i}>
            {quote && (
              <>
                “<bdi>{quote}</bdi>”{' '}
              </>
            )}
            <bdi className="muted">{document}</bdi> <span className="faint">{why}</span>
          </li>
        ))}
      </Entries>
    </>
  )
}

function saidOf({ found, here }: PreviewedReference): string {
  const passages = t('{passages} found by their words', { passages: counted(found, 'passage') })
  return here > 0 ? t('{passages}, {here} tagged just so already', { passages, here: counted(here, 'passage') }) : passages
}
