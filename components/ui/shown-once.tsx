'use client'

import './shown-once.css'
import { useEffect, useRef } from 'react'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'
import { Field } from './field.tsx'
import { showToast } from './toast-store.ts'

interface ShownOnceProps {
  label: string
  hint: string
  value: string
  /** What the button says, and what is said when it is done or could not be. */
  words: { copy: string; copied: string; refused: string }
}

/** Something that was just made, ready to be copied: the only time it can be seen. */
export function ShownOnce({ label, hint, value, words }: ShownOnceProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const copy = async () => showToast((await copyText(value)) ? words.copied : words.refused)
  return (
    <div className="notice">
      <Field label={label} hint={hint}>
        {(ties) => (
          <span className="shownonce">
            <span className="field">
              <input {...ties} ref={field} readOnly value={value} dir="ltr" onFocus={(event) => event.target.select()} />
            </span>
            <Button icon="copy" onClick={copy}>
              {words.copy}
            </Button>
          </span>
        )}
      </Field>
    </div>
  )
}
