'use client'

import type { ComponentProps, ReactNode } from 'react'
import { Field, type FieldTexts } from './field.tsx'

interface TextInputProps extends FieldTexts, Omit<ComponentProps<'input'>, 'children'> {
  /** 42 px high, for entry screens. */
  large?: boolean
  /** A button or key hint inside the field, at its end. */
  after?: ReactNode
}

/** One line of text with its label. */
export function TextInput({ label, hint, error, large = false, after, ...input }: TextInputProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ties) => (
        <span className={large ? 'field field--lg' : 'field'}>
          <input dir="auto" {...input} {...ties} />
          {after}
        </span>
      )}
    </Field>
  )
}
