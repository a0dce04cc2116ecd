'use client'

import './original.css'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useModel, useObservable, useReader } from '#/components/reader/reader-context.ts'
import { Button } from '#/components/ui/button.tsx'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { Skeleton } from '#/components/ui/skeleton.tsx'
import { langAttribute } from '#/lib/document/language-name.ts'
import { t } from '#/lib/message/t.ts'
import { bringIntoSight } from './align.ts'
import { EditionChoice } from './edition-choice.tsx'
import { followText } from './follow-text.ts'
import { OriginalText } from './original-text.tsx'
import { OriginalTools } from './original-tools.tsx'
import { closeOriginal } from './toggle-original.ts'
import { useMarkedWords } from './use-marked-words.ts'

interface OriginalPanelProps {
  language: string
  direction: 'ltr' | 'rtl'
}

/** What was imported, beside the text that came of it. */
export function OriginalPanel(props: OriginalPanelProps) {
  const isOpen = useReader((state) => state.original)
  return isOpen ? <OpenPanel {...props} /> : null
}

function OpenPanel({ language, direction }: OriginalPanelProps) {
  const model = useModel()
  const { comparison } = model
  const { shown, changes, current, problem } = useObservable(comparison.state, (state) => state)
  const frame = useRef<HTMLElement>(null)
  const marked = useMarkedWords()

  useEffect(() => {
    comparison.watch()
    return () => comparison.unwatch()
  }, [comparison])

  useEffect(() => (shown && frame.current ? followText(model, frame.current) : undefined), [model, shown])

  useEffect(() => {
    if (!marked) return
    const timer = setTimeout(() => {
      const hit = frame.current?.querySelector('.original__hit')
      if (frame.current && hit) bringIntoSight(frame.current, hit)
    }, 60)
    return () => clearTimeout(timer)
  }, [marked])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    closeOriginal(model)
  }
  return (
    <aside className="original" aria-label={t('Original')} onKeyDown={onKeyDown}>
      <header className="original__head">
        <EditionChoice />
        <IconButton icon="x" label={t('Close the original')} onClick={() => closeOriginal(model)} />
      </header>
      <OriginalTools />
      {problem === 'fetch' ? (
        <div className="original__state">
          <p>{t('The original did not load. Your text is not affected.')}</p>
          <Button onClick={() => void comparison.show(shown?.edition ?? null)}>{t('Try again')}</Button>
        </div>
      ) : shown ? (
        <section
          ref={frame}
          className="original__text"
          aria-label={t('Text of the original')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: so that it can be scrolled with the keyboard
          tabIndex={0}
          dir={direction}
          lang={langAttribute(language)}
        >
          <OriginalText text={shown.text} changes={changes ?? []} current={current} marked={marked} />
        </section>
      ) : (
        <div className="original__state">
          <Skeleton lines={12} />
        </div>
      )}
    </aside>
  )
}
