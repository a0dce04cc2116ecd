'use client'

import { type SyntheticEvent, useState } from 'react'
import { DiffWords } from '#/components/ui/diff-words.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import type { DiffPart } from '#/lib/diff/diff-text.ts'
import { langAttribute } from '#/lib/document/language-name.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { differsFromOriginal, type Excerpt, isEdited, originalName } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'

/** What the words of a passage were: in the original, and when it was tagged. Nothing while they are the same. */
export function PastWords({ excerpt }: { excerpt: Excerpt }) {
  const { originalQuote, taggedQuote } = excerpt
  const differs = differsFromOriginal(excerpt)
  const edited = isEdited(excerpt)
  // Said once when it is the same: most passages are tagged before anybody corrects them.
  const taggedAsOriginal = differs && edited && originalQuote === taggedQuote
  return (
    <>
      {edited && !taggedAsOriginal && (
        <PastNote excerpt={excerpt} icon="history" what={t('Text edited since tagging.')} before={t('When tagged:')} words={taggedQuote} />
      )}
      {differs && originalQuote !== null && (
        <PastNote
          excerpt={excerpt}
          icon="file"
          what={taggedAsOriginal ? t('Text edited since tagging.') : ''}
          before={`${originalName(excerpt)}:`}
          words={originalQuote.trim()}
          isShown
        />
      )}
    </>
  )
}

interface PastNoteProps {
  excerpt: Excerpt
  icon: 'history' | 'file'
  /** A sentence before the words; may be empty. */
  what: string
  /** Who says the words: "Original:". */
  before: string
  words: string
  /** The words stand in the row itself, not only in the comparison. */
  isShown?: boolean
}

function PastNote({ excerpt: { quote, document }, icon, what, before, words, isShown = false }: PastNoteProps) {
  const [parts, setParts] = useState<readonly DiffPart[] | null>(null)
  const compare = async (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (!event.currentTarget.open || parts) return
    const { diffText } = await import('#/lib/diff/diff-text.ts')
    setParts(diffText(words, quote))
  }
  const language = { lang: langAttribute(document.language), dir: document.direction }
  return (
    <details className="ex__note ex__edited" onToggle={compare}>
      <summary>
        <Icon name={icon} small />
        <span>
          {what}{' '}
          {isShown && (
            <>
              {before}{' '}
              <bdi {...language} className="quote ex__was">
                “{plainLines(words)}”
              </bdi>{' '}
            </>
          )}
          <u>{t('Compare')}</u>
        </span>
      </summary>
      <p>
        {isShown ? t('Since then:') : before}{' '}
        <bdi {...language} className="quote">
          {parts ? <DiffWords parts={parts} /> : plainLines(words)}
        </bdi>
      </p>
    </details>
  )
}
