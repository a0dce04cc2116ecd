import type { ReactNode } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { Kbd } from '#/components/ui/kbd.tsx'

interface CodebookHeadProps {
  title: string
  noun: 'actor' | 'theme'
  /** null: nothing can be added here now. */
  onAdd: (() => void) | null
  /** How many there are. */
  children: ReactNode
}

/** The head of the actors and the themes page. */
export function CodebookHead({ title, noun, onAdd, children }: CodebookHeadProps) {
  return (
    <div className="page__head codebook__head">
      <h1>{title}</h1>
      <span className="muted">{children}</span>
      <span className="grow" />
      {onAdd && (
        <Button look="primary" icon="plus" aria-keyshortcuts="N" onClick={onAdd}>
          New {noun} <Kbd>N</Kbd>
        </Button>
      )}
    </div>
  )
}
