'use client'

import type { ComponentProps } from 'react'
import { Field, type FieldTexts } from './field.tsx'

interface TextAreaProps extends FieldTexts, Omit<ComponentProps<'textarea'>, 'children'> {}

/** Several lines of text with their label. */
export function TextArea({ label, hint, error, ...area }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ties) => (
        <span className="field field--area">
          <textarea dir="auto" rows={4} {...area} {...ties} />
        </span>
      )}
    </Field>
  )
}
