import { type FormEvent, useRef, useState } from 'react'
import { useCommand } from '#/components/keyboard/use-command.ts'
import { Icon } from '#/components/ui/icon.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'
import { t } from '#/lib/message/t.ts'
import { VALUE_LIMIT } from '#/lib/query/values.ts'

/** Searches the words of quotes and memos. `/` goes to it, Enter searches, Esc empties it. */
export function WordSearch({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  const input = useRef<HTMLInputElement>(null)
  useCommand('excerpts.find', () => input.current?.focus())

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(typed.trim())
  }
  return (
    <search className="wordsearch">
      <form onSubmit={submit}>
        <label className="field">
          <Icon name="search" />
          <span className="sr">{t('Search quotes and memos')}</span>
          <input
            ref={input}
            type="search"
            dir="auto"
            value={typed}
            maxLength={VALUE_LIMIT}
            placeholder={t('Search quotes and memos')}
            aria-keyshortcuts="/"
            onChange={(event) => {
              setTyped(event.target.value)
              if (event.target.value === '' && text !== '') onSearch('')
            }}
          />
          <Kbd>/</Kbd>
        </label>
      </form>
    </search>
  )
}
