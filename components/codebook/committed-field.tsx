'use client'

import { type ComponentProps, type KeyboardEvent, useState } from 'react'
import { TextArea } from '#/components/ui/text-area.tsx'
import { TextInput } from '#/components/ui/text-input.tsx'
import { useLeaveGuard } from '#/components/ui/use-leave-guard.ts'

interface CommittedFieldProps {
  label: string
  /** The label is for screen readers only. */
  hidesLabel?: boolean
  value: string
  /** Saves what was typed; answers what is wrong, if anything. */
  onCommit: (value: string) => Promise<string | undefined>
  multiline?: boolean
  maxLength?: number
  id?: string
  hint?: string
}

/**
 * A field that saves when it is left or Enter is pressed (in several lines: Ctrl or ⌘ with Enter) and shows the saved
 * value again on Esc. What someone else saves meanwhile appears unless it is being typed over.
 */
export function CommittedField({
  label,
  hidesLabel = false,
  value,
  onCommit,
  multiline = false,
  maxLength,
  id,
  hint,
}: CommittedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  /** Saved text that the page does not show yet, and the value it replaces. */
  const [saved, setSaved] = useState<{ text: string; over: string } | null>(null)
  const [error, setError] = useState<string>()

  useLeaveGuard(draft !== null && draft.trim() !== value.trim())

  const commit = async () => {
    if (draft === null) return
    if (draft.trim() === value.trim()) return leave()
    const problem = await onCommit(draft)
    setError(problem)
    if (problem) return
    setSaved({ text: draft.trim(), over: value })
    setDraft(null)
  }
  const leave = () => {
    setDraft(null)
    setError(undefined)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void commit()
    } else if (event.key === 'Escape' && draft !== null) {
      event.preventDefault()
      event.stopPropagation()
      leave()
    }
  }
  const shared: ComponentProps<'input'> & ComponentProps<'textarea'> = {
    value: draft ?? (saved?.over === value ? saved.text : value),
    maxLength,
    onKeyDown,
    onBlur: () => void commit(),
    onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
  }
  const Control = multiline ? TextArea : TextInput
  return (
    <Control
      label={hidesLabel ? <span className="sr">{label}</span> : label}
      hint={hint}
      error={error}
      {...(shared as object)}
      data-field={id}
    />
  )
}
