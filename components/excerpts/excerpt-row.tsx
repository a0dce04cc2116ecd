import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type MouseEvent, memo } from 'react'
import { FactLine } from '#/components/reader/fact-line.tsx'
import { factWords } from '#/components/reader/fact-words.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { langAttribute } from '#/lib/document/language-name.ts'
import { plainLines } from '#/lib/excerpt/citation.ts'
import { nearContext } from '#/lib/excerpt/context.ts'
import { type Excerpt, passagePath } from '#/lib/excerpt/excerpt.ts'
import { t } from '#/lib/message/t.ts'
import { ExcerptMeta } from './excerpt-meta.tsx'
import { PastWords } from './past-words.tsx'
import { RowTick } from './row-tick.tsx'

interface ExcerptRowProps {
  workspaceId: string
  excerpt: Excerpt
  view: 'lines' | 'cards'
  showsDocument: boolean
  isSelected: boolean
  /** All that is known of the words around it is shown, also in the view Lines. */
  isPeeked: boolean
  /** It matches no longer; it stays where it is until the list is drawn anew. */
  isGone: boolean
  onTick: (annotationId: string, isRange: boolean) => void
  now: number
}

/** UTF-16 units of context on each side in the view Lines. */
const NEAR = 110

/** A passage in its context with its tags. A click anywhere opens it in its document, unless words are being selected. */
export const ExcerptRow = memo(function ExcerptRow({
  workspaceId,
  excerpt,
  view,
  showsDocument,
  isSelected,
  isPeeked,
  isGone,
  onTick,
  now,
}: ExcerptRowProps) {
  const router = useRouter()
  const { annotationId, document, quote } = excerpt
  const whole = { before: excerpt.contextBefore, after: excerpt.contextAfter }
  const context = view === 'lines' && !isPeeked ? nearContext(whole, NEAR) : whole
  const path = passagePath(workspaceId, document.id, annotationId)
  const open = (event: MouseEvent) => {
    const inControl = event.target instanceof Element && event.target.closest('a, button, input, label, summary')
    if (inControl || event.defaultPrevented || !window.getSelection()?.isCollapsed) return
    router.push(path)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside is the way of the keyboard
    <li className={`ex${isSelected ? ' is-on' : ''}${isGone ? ' is-gone' : ''}`} data-excerpt={annotationId} onClick={open}>
      <RowTick excerpt={excerpt} isTicked={isSelected} onTick={onTick} />
      <div className="ex__body">
        {showsDocument && (
          <p className="ex__doc faint">
            <bdi lang={langAttribute(document.language)}>{document.title}</bdi>
            {document.outlet && ' · '}
            <bdi>{document.outlet}</bdi>
          </p>
        )}
        {isGone && <p className="ex__note ex__goes">{t('No longer matches')}</p>}
        <p className="ex__t" lang={langAttribute(document.language)} dir={document.direction} data-h={excerpt.themes[0]?.hue}>
          <span className="ctx">{plainLines(context.before)}</span>
          <Link className={excerpt.state === 'orphan' ? 'hit hit--gone' : 'hit'} href={path} prefetch={false}>
            {plainLines(quote)}
          </Link>
          <span className="ctx">{plainLines(context.after)}</span>
        </p>
        {excerpt.state === 'orphan' && (
          <p className="ex__note">
            <Icon name="alert" small />
            {t('Detached: these words were deleted from the text.')}
          </p>
        )}
        <PastWords excerpt={excerpt} />
        <FactLine words={factWords(excerpt.facts)} isFull />
        {excerpt.memo && (
          <p className="ex__note ex__memo">
            <Icon name="memo" small />
            <span dir="auto">{excerpt.memo}</span>
          </p>
        )}
      </div>
      <ExcerptMeta workspaceId={workspaceId} excerpt={excerpt} now={now} />
    </li>
  )
})
