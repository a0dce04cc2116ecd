'use client'

import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { IconButton } from '#/components/ui/icon-button.tsx'
import type { IconName } from '#/components/ui/icon-drawings.ts'
import { t } from '#/lib/message/t.ts'
import { LinkDialog } from './link-dialog.tsx'
import { modKey } from './mod-key.ts'
import { useModel } from './reader-context.ts'

interface Format {
  label: string
  keys: string
  icon?: IconName
  /** Letters in place of an icon. */
  letters?: string
  isOn: (editor: Editor) => boolean
  run: (editor: Editor) => void
}

const heading = (level: number): Format => ({
  get label() {
    return t('Heading {level}', { level })
  },
  keys: `Alt ${level}`,
  letters: `H${level}`,
  isOn: (editor) => editor.isActive('heading', { level }),
  run: (editor) => editor.chain().focus().setHeading({ level }).run(),
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
    isOn: (editor) => editor.isActive('bold'),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    get label() {
      return t('Italic')
    },
    keys: 'I',
    icon: 'italic',
    isOn: (editor) => editor.isActive('italic'),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    get label() {
      return t('List')
    },
    keys: 'Shift 8',
    icon: 'list',
    isOn: (editor) => editor.isActive('listItem', { list: 'bullet' }),
    run: (editor) => editor.chain().focus().toggleList('bullet').run(),
  },
  {
    get label() {
      return t('Numbered list')
    },
    keys: 'Shift 7',
    letters: '1.',
    isOn: (editor) => editor.isActive('listItem', { list: 'ordered' }),
    run: (editor) => editor.chain().focus().toggleList('ordered').run(),
  },
  {
    get label() {
      return t('Block quote')
    },
    keys: 'Shift 9',
    icon: 'quote',
    isOn: (editor) => editor.isActive('quote'),
    run: (editor) => editor.chain().focus().toggleQuote().run(),
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
      const now = FORMATS.filter(({ isOn }) => isOn(editor)).map(({ label }) => label)
      setOn((before) => (now.length === before.size && now.every((label) => before.has(label)) ? before : new Set(now)))
    }
    onTransaction()
    editor.on('transaction', onTransaction)
    return () => {
      editor.off('transaction', onTransaction)
    }
  }, [editor])
  if (!editor || editor.isDestroyed) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <span className="fmt" role="group" aria-label={t('Formatting')}>
      {FORMATS.map(({ label, keys, icon, letters, run }) => {
        const common = {
          'aria-pressed': on.has(label),
          title: `${label} (${modKey()}${keys})`,
          // the selection in the text must survive the press
          onPointerDown: (event: { preventDefault: () => void }) => event.preventDefault(),
          onClick: () => run(editor),
        }
        if (icon) return <IconButton key={label} icon={icon} label={label} {...common} />
        return <button key={label} type="button" className="ibtn ibtn--letters" aria-label={label} data-letters={letters} {...common} />
      })}
      <IconButton
        icon="link"
        label={t('Link')}
        aria-pressed={editor.isActive('link')}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => setLinking(true)}
      />
      <LinkDialog key={String(linking)} open={linking} onClose={() => setLinking(false)} />
    </span>
  )
}
