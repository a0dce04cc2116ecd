'use client'

import './find-bar.css'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect } from 'react'
import { IconButton } from '#/components/ui/icon-button.tsx'
import { t } from '#/lib/message/t.ts'
import type { FindOptions } from '#/lib/text/find.ts'
import { canReplace, replaceAll, replaceCurrent } from './find-replace.ts'
import { closeFind, countInWords, focusFind, lookFor, stepFind } from './find-words.ts'
import { useModel, useObservable, useReader } from './reader-context.ts'

const OPTIONS: readonly { option: keyof FindOptions; label: string; letters: string }[] = [
  {
    option: 'matchCase',
    get label() {
      return t('Match case')
    },
    get letters() {
      return t('Aa')
    },
  },
  {
    option: 'wholeWords',
    get label() {
      return t('Whole words')
    },
    letters: '“W”',
  },
  {
    option: 'exactLetters',
    get label() {
      return t('Match accents and vowel marks')
    },
    letters: 'é',
  },
]

/**
 * Finds words in the open text and, in Edit mode, replaces them. Lies over the statements beside the text, so that no line
 * of text moves or is covered.
 * @param direction of the document: the statements are at its end
 */
export function FindBar({ direction }: { direction: 'ltr' | 'rtl' }) {
  const model = useModel()
  const isOpen = useObservable(model.find.state, (state) => state.isOpen)
  const loaded = useReader((state) => state.loaded)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor exists once the text is there
  useEffect(() => (isOpen ? model.find.follow() : undefined), [model, isOpen, loaded])
  return isOpen ? <OpenBar direction={direction} /> : null
}

function OpenBar({ direction }: { direction: 'ltr' | 'rtl' }) {
  const model = useModel()
  const id = useId()
  const query = useObservable(model.find.state, (state) => state.query)
  const isReplacing = useObservable(model.find.state, (state) => state.isReplacing)
  const mayReplace = useReader(() => canReplace(model))
  useLayoutEffect(focusFind, [])
  return (
    <search
      className="findbar"
      data-dir={direction}
      aria-label={t('Find in the text')}
      onKeyDown={(event) => onKey(event, 'Escape', () => closeFind(model))}
    >
      <div className="findbar__line">
        {mayReplace && (
          <IconButton
            icon={isReplacing ? 'down' : 'right'}
            label={t('Replace words')}
            small
            aria-expanded={isReplacing}
            onClick={() => model.find.state.set({ isReplacing: !isReplacing })}
          />
        )}
        <span className="field grow">
          <input
            id="find-query"
            type="search"
            dir="auto"
            aria-label={t('Find')}
            placeholder={t('Find')}
            autoComplete="off"
            spellCheck={false}
            value={query}
            aria-describedby={`${id}-count`}
            onChange={(event) => lookFor(model, { query: event.target.value })}
            onKeyDown={(event) => onKey(event, 'Enter', () => stepFind(model, event.shiftKey ? -1 : 1))}
          />
          <Count id={`${id}-count`} />
        </span>
        <IconButton icon="x" label={t('Close')} aria-keyshortcuts="Escape" onClick={() => closeFind(model)} />
      </div>
      <div className="findbar__line">
        <Options />
        <span className="grow" />
        <Steps />
      </div>
      {isReplacing && mayReplace && <Replace />}
    </search>
  )
}

function Count({ id }: { id: string }) {
  const model = useModel()
  const words = useObservable(model.find.state, (state) => (state.query === '' ? '' : countInWords(state)))
  return (
    <span id={id} className="findbar__count">
      {words}
    </span>
  )
}

function Options() {
  const model = useModel()
  const options = useObservable(model.find.state, (state) => state.options)
  return OPTIONS.map(({ option, label, letters }) => (
    <button
      key={option}
      type="button"
      className="ibtn ibtn--letters"
      aria-label={label}
      title={label}
      aria-pressed={options[option]}
      onClick={() => lookFor(model, { options: { ...options, [option]: !options[option] } })}
    >
      {letters}
    </button>
  ))
}

/** Not `disabled` when there is nothing to go to: a button that has the keyboard would lose it. */
function Steps() {
  const model = useModel()
  const none = useObservable(model.find.state, (state) => state.count === 0)
  return (
    <>
      <IconButton
        icon="up"
        label={t('Previous')}
        aria-keyshortcuts="Shift+Enter"
        aria-disabled={none}
        onClick={() => stepFind(model, -1)}
      />
      <IconButton icon="down" label={t('Next')} aria-keyshortcuts="Enter" aria-disabled={none} onClick={() => stepFind(model, 1)} />
    </>
  )
}

function Replace() {
  const model = useModel()
  const none = useObservable(model.find.state, (state) => state.count === 0)
  const replacement = useObservable(model.find.state, (state) => state.replacement)
  return (
    <>
      <span className="field">
        <input
          type="text"
          dir="auto"
          aria-label={t('Replace with')}
          placeholder={t('Replace with')}
          autoComplete="off"
          value={replacement}
          onChange={(event) => model.find.state.set({ replacement: event.target.value })}
          onKeyDown={(event) => onKey(event, 'Enter', () => replaceCurrent(model))}
        />
      </span>
      <div className="findbar__line findbar__line--end">
        <button type="button" className="btn" aria-disabled={none} onClick={() => replaceCurrent(model)}>
          {t('Replace')}
        </button>
        <button type="button" className="btn" aria-disabled={none} onClick={() => replaceAll(model)}>
          {t('Replace all')}
        </button>
      </div>
    </>
  )
}

/** A key does something, unless it belongs to an input method or to another shortcut. */
function onKey(event: KeyboardEvent, key: string, run: () => void): void {
  if (event.key !== key || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  event.preventDefault()
  event.stopPropagation()
  run()
}
