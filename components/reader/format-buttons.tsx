'use client'

import type { EditorState } from 'prosemirror-state'
import { useEffect, useState } from 'react'
import { IconButton } from '#/components/ui/icon-button.tsx'
import type { IconName } from '#/components/ui/icon-drawings.ts'
import { t } from '#/lib/message/t.ts'
import { toggleHeading, toggleList, toggleMark, toggleQuote } from '#/lib/text/editor-commands.ts'
import { hasMark, isBlock, linkAt } from '#/lib/text/format-at.ts'
import type { TextEdit } from '#/lib/text/text-edit.ts'
import { LinkDialog } from './link-dialog.tsx'
import { modKey } from './mod-key.ts'
import { useModel } from './reader-context.ts'

interface Format {
  label: string
  keys: string
  icon?: IconName
  /** Letters in place of an icon. */
  letters?: string
  isOn: (state: EditorState) => boolean
  edit: TextEdit
}

const heading = (level: number): Format => ({
  label: t('Heading {level}', { level }),
  keys: `Alt ${level}`,
  letters: `H${level}`,
  isOn: (state) => isBlock(state, 'heading', { level }),
  edit: toggleHeading(level),
})

const FORMATS: readonly Format[] = [
  heading(1),
  heading(2),
  heading(3),
  {
    get label() {
      return t('Bold')
    },
    keys: 'B',
    icon: 'bold',
    isOn: (state) => hasMark(state, 'bold'),
    edit: toggleMark('bold'),
  },
  {
    get label() {
      return t('Italic')
    },
    keys: 'I',
    icon: 'italic',
    isOn: (state) => hasMark(state, 'italic'),
    edit: toggleMark('italic'),
  },
  {
    get label() {
      return t('List')
    },
    keys: 'Shift 8',
    icon: 'list',
    isOn: (state) => isBlock(state, 'listItem', { list: 'bullet' }),
    edit: toggleList('bullet'),
  },
  {
    get label() {
      return t('Numbered list')
    },
    keys: 'Shift 7',
    letters: '1.',
    isOn: (state) => isBlock(state, 'listItem', { list: 'ordered' }),
    edit: toggleList('ordered'),
  },
  {
    get label() {
      return t('Block quote')
    },
    keys: 'Shift 9',
    icon: 'quote',
    isOn: (state) => isBlock(state, 'quote'),
    edit: toggleQuote,
  },
]

/** Formatting, in Edit mode. Formats change in place: tags stay on their words. */
export function FormatButtons() {
  const { editor } = useModel()
  const [on, setOn] = useState<ReadonlySet<string>>(new Set())
  const [linking, setLinking] = useState(false)
  useEffect(() => {
    if (!editor) return
    const onTransaction = () => {
      const now = FORMATS.filter(({ isOn }) => isOn(editor.state)).map(({ label }) => label)
      setOn((before) => (now.length === before.size && now.every((label) => before.has(label)) ? before : new Set(now)))
    }
    onTransaction()
    return editor.follow(onTransaction)
  }, [editor])
  if (!editor || editor.isDestroyed) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <span className="fmt" role="group" aria-label={t('Formatting')}>
      {FORMATS.map(({ label, keys, icon, letters, edit }) => {
        const common = {
          'aria-pressed': on.has(label),
          title: `${label} (${modKey()}${keys})`,
          // the selection in the text must survive the press
          onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
          onClick: () => {
            editor.view.focus()
            editor.edit(edit)
          },
        }
        if (icon) return <IconButton key={label} icon={icon} label={label} {...common} />
        return <button key={label} type="button" className="ibtn ibtn--letters" aria-label={label} data-letters={letters} {...common} />
      })}
      <IconButton
        icon="link"
        label={t('Link')}
        aria-pressed={linkAt(editor.state) !== ''}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => setLinking(true)}
      />
      <LinkDialog key={String(linking)} open={linking} onClose={() => setLinking(false)} />
    </span>
  )
}
