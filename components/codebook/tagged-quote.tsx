import type { TaggedPassage } from '#/lib/codebook/tagged-passage.ts'
import { t } from '#/lib/message/t.ts'

/** A tagged passage to judge: its words with what stands around them, where from, how and by whom it was tagged. */
export function TaggedQuote({ passage }: { passage: TaggedPassage }) {
  const { quote, contextBefore, contextAfter, title, tagger, how, language, direction } = passage
  return (
    <figure className="taggedquote">
      <blockquote className="quote" lang={language} dir={direction}>
        <span className="faint">{contextBefore}</span>
        <mark>{quote}</mark>
        <span className="faint">{contextAfter}</span>
      </blockquote>
      <figcaption className="muted">
        <bdi>{title}</bdi>
        {tagger && (
          <>
            {' · '}
            <bdi>{tagger}</bdi>
          </>
        )}
        {' · '}
        {how.filter((one) => one !== 'none').join(', ') || t('no stance')}
      </figcaption>
    </figure>
  )
}
