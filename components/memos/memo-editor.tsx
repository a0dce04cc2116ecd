'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import { modKey } from '#/components/reader/mod-key.ts'
import { Button } from '#/components/ui/button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { t } from '#/lib/message/t.ts'

interface MemoEditorProps {
  label: string
  value: string
  onChange: (value: string) => void
  onSave: () => void
  onCancel: () => void
  /** Why the last try was not taken. */
  problem: string | undefined
}

/** The field of a memo that is written. Ctrl or ⌘ with Enter saves, Esc gives up. */
export function MemoEditor({ label, value, onChange, onSave, onCancel, problem }: MemoEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(-1, -1)
    field.current?.closest('.memoeditor')?.scrollIntoView({ block: 'nearest' })
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSave()
    else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="memoeditor">
      <span className="field field--area">
        <textarea
          ref={field}
          dir="auto"
          rows={3}
          aria-label={label}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </span>
      {problem && (
        <p className="memo__problem" role="alert">
          {t('Not saved, and kept on this device. {problem}', { problem })}
        </p>
      )}
      <div className="memoeditor__acts">
        <Button look="quiet" onClick={onCancel}>
          {t('Cancel')}
        </Button>
        <Button look="primary" disabled={value.trim() === ''} onClick={onSave}>
          {t('Save memo')} <Kbd>{modKey()}↵</Kbd>
        </Button>
      </div>
    </div>
  )
}
