import { type KeyboardEvent, useRef, useState } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Field } from '#/components/ui/field.tsx'
import { t } from '#/lib/message/t.ts'
import { parseQuery, QUERY_LIMIT } from '#/lib/query/parse.ts'
import { printQuery } from '#/lib/query/print.ts'
import type { Query } from '#/lib/query/query.ts'
import type { Vocabulary } from '#/lib/query/vocabulary.ts'

interface QueryTextProps {
  query: Query
  vocabulary: Vocabulary
  onAsk: (query: Query) => void
  onClose: () => void
}

/** The query as text, to be written or pasted. Ctrl Enter asks, Esc goes back to chips; a mistake is named and selected. */
export function QueryText({ query, vocabulary, onAsk, onClose }: QueryTextProps) {
  const [text, setText] = useState(() => printQuery(query, vocabulary))
  const [problem, setProblem] = useState<string>()
  const area = useRef<HTMLTextAreaElement>(null)

  const ask = () => {
    const parsed = parseQuery(text, vocabulary)
    if (parsed.ok) return onAsk(parsed.query)
    setProblem(parsed.reason)
    area.current?.focus()
    area.current?.setSelectionRange(parsed.from, parsed.to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) ask()
    else return
    event.preventDefault()
  }
  return (
    <div className="qtext">
      <Field
        label={t('Query as text')}
        hint={t('For example: theme:Ceasefire with stance opposes and (actor:"UN" as source or text:"shot down") and not published:2016')}
        error={problem}
      >
        {(ties) => (
          <span className="field field--area">
            <textarea
              {...ties}
              ref={area}
              rows={3}
              dir="auto"
              spellCheck={false}
              maxLength={QUERY_LIMIT}
              value={text}
              data-focus-first
              onChange={(event) => {
                setText(event.target.value)
                setProblem(undefined)
              }}
              onKeyDown={onKeyDown}
            />
          </span>
        )}
      </Field>
      <div className="qtext__foot">
        <Button look="primary" onClick={ask}>
          {t('Ask')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('Back to chips')}
        </Button>
        <span className="grow">
          {t('and, or, not, brackets; in same sentence as, in same paragraph as, in same document as, overlapping, followed by')}
        </span>
      </div>
    </div>
  )
}
