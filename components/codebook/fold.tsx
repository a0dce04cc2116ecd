import type { ReactNode } from 'react'
import { Icon } from '#/components/ui/icon.tsx'

interface FoldProps {
  title: string
  /** How many things are inside, in the heading. */
  count?: number
  open?: boolean
  children: ReactNode
}

/** A section of the drawer that folds to its heading. */
export function Fold({ title, count, open = false, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>
        <h3>
          <Icon name="right" small />
          {title}
          {count !== undefined && count > 0 && <span className="num">{count}</span>}
        </h3>
      </summary>
      <div className="fold__body">{children}</div>
    </details>
  )
}
