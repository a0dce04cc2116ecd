'use client'

import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react'
import { Avatar } from '#/components/ui/avatar.tsx'
import { t } from '#/lib/message/t.ts'
import { matchPeople, mentionAt } from '#/lib/talk/mentions.ts'

interface MentionFieldProps {
  label: string
  placeholder: string
  value: string
  people: readonly { id: string; name: string }[]
  onChange: (value: string) => void
  /** Ctrl or ⌘ with Enter. */
  onSend: () => void
  /** Esc. */
  onLeave: () => void
  ref?: Ref<HTMLTextAreaElement>
}

const MOST_SHOWN = 6

/** A field of several lines in which "@" offers people: arrows choose, Enter or Tab takes, Esc puts the list away. */
export function MentionField({ label, placeholder, value, people, onChange, onSend, onLeave, ref }: MentionFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle(ref, () => field.current as HTMLTextAreaElement, [])
  const id = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const asked = caret === null ? null : mentionAt(value, caret)
  const found = asked ? matchPeople(asked.query, people).slice(0, MOST_SHOWN) : []
  const at = Math.min(chosen, found.length - 1)

  const readCaret = () => {
    const { selectionStart, selectionEnd } = field.current as HTMLTextAreaElement
    setCaret(selectionStart === selectionEnd ? selectionEnd : null)
  }
  const take = (name: string) => {
    if (!asked || caret === null) return
    const before = `${value.slice(0, asked.from)}@${name} `
    onChange(before + value.slice(caret).replace(/^ /, ''))
    setCaret(null)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const person = found[at]
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
    else if (person && (key === 'ArrowDown' || key === 'ArrowUp'))
      setChosen((at + (key === 'ArrowDown' ? 1 : found.length - 1)) % found.length)
    else if (person && (key === 'Enter' || key === 'Tab') && !event.shiftKey) take(person.name)
    else if (key === 'Escape') person ? setCaret(null) : onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <span className="mentionfield">
      <span className="field field--area">
        <textarea
          ref={field}
          dir="auto"
          rows={1}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={found.length > 0 ? id : undefined}
          aria-activedescendant={found.length > 0 ? `${id}-${at}` : undefined}
          placeholder={placeholder}
          value={value}
          onChange={(event) => {
            setChosen(0)
            onChange(event.target.value)
            setCaret(event.target.selectionEnd)
          }}
          onSelect={readCaret}
          onKeyDown={onKeyDown}
          onBlur={() => setCaret(null)}
        />
      </span>
      <span className="sr" role="status">
        {asked &&
          found.length > 0 &&
          t('{count, plural, one {# person to mention. {name}} other {# people to mention. {name}}}', {
            count: found.length,
            name: found[at]?.name,
          })}
      </span>
      {found.length > 0 && (
        <div className="menu mentionfield__list" role="listbox" id={id} aria-label={t('People to mention')}>
          {found.map((person, n) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard and chooses
            // biome-ignore lint/a11y/useFocusableInteractive: as above, by aria-activedescendant
            <div
              key={person.id}
              id={`${id}-${n}`}
              role="option"
              aria-selected={n === at}
              className={n === at ? 'menu__item is-active' : 'menu__item'}
              // the field keeps the keyboard
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(person.name)}
            >
              <Avatar person={person} small decorative />
              <span className="grow clip" dir="auto">
                {person.name}
              </span>
            </div>
          ))}
        </div>
      )}
    </span>
  )
}
