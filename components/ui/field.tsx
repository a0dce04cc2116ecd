'use client'

import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'

export interface FieldTexts {
  label: ReactNode
  /** A sentence under the control. */
  hint?: ReactNode
  /** What is wrong and what to do; marks the control as invalid. */
  error?: string
}

interface FieldProps extends FieldTexts {
  /** Draws the control with what ties it to label, hint and error. */
  children: (ties: { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }) => ReactNode
}

/** Label above, control, hint or error below, all tied together for screen readers. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? hint
  return (
    <div className="fieldset">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': note ? noteId : undefined, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p className="fieldset__error" id={noteId} role="alert">
          <Icon name="alert" />
          {error}
        </p>
      ) : (
        hint && (
          <p className="fieldset__hint" id={noteId}>
            {hint}
          </p>
        )
      )}
    </div>
  )
}
