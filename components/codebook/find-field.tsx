'use client'

import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'

interface FindFieldProps {
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
}

/** Filters the list beside it; Esc clears, then leaves. */
export function FindField({ label, placeholder, value, onChange }: FindFieldProps) {
  return (
    <label className="field findfield">
      <Icon name={value ? 'filter' : 'search'} />
      <span className="sr">{label}</span>
      <input
        dir="auto"
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        aria-keyshortcuts="/"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          if (value) onChange('')
          else event.currentTarget.blur()
        }}
      />
      <Kbd>/</Kbd>
    </label>
  )
}
