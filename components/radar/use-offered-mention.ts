'use client'

import { useEffect, useState } from 'react'
import { useModel, useReader } from '#/components/reader/reader-context.ts'
import { t } from '#/lib/message/t.ts'
import { type UntaggedMention, untaggedAtSelection, untaggedWords } from './untagged.ts'

/** Whoever only passes over a name with the arrows is not stopped, ms. */
const REST_MS = 150

/** The untagged name at the caret, when it rests there in Tag mode; said to screen readers as well. */
export function useOfferedMention(): UntaggedMention | null {
  const model = useModel()
  const isOpen = useReader((state) => state.mode === 'tag' && state.popover === null && state.radar)
  const [offered, setOffered] = useState<UntaggedMention | null>(null)
  useEffect(() => {
    const { editor } = model
    if (!isOpen || !editor) {
      setOffered(null)
      return
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    let said = ''
    const look = () => {
      const hasKeyboard = editor.view.hasFocus() || document.activeElement?.closest('.offer') !== null
      const now = hasKeyboard ? untaggedAtSelection(model) : null
      setOffered((before) => (before && now && before.from === now.from && before.actorIds.join() === now.actorIds.join() ? before : now))
      const words = now ? t('{words}. Enter tags, Backspace ignores', { words: untaggedWords(model, now) }) : ''
      if (words !== '' && words !== said) model.announce(words)
      said = words
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(look, REST_MS)
    }
    editor.on('selectionUpdate', soon)
    editor.on('focus', soon)
    editor.on('blur', soon)
    const stops = [model.radar.state.subscribe(soon), model.store.subscribe(soon)]
    soon()
    return () => {
      clearTimeout(timer)
      editor.off('selectionUpdate', soon)
      editor.off('focus', soon)
      editor.off('blur', soon)
      for (const stop of stops) stop()
    }
  }, [model, isOpen])
  return offered
}
