import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** What to do first, as a heading. */
  title: string
  /** One or two sentences. */
  lead?: ReactNode
  /** Buttons and links. */
  children?: ReactNode
  /** The level of the heading; 1 when the empty state is the page. */
  level?: 1 | 2
}

/** What stands where there is nothing yet: it says what to do, with the means to do it. */
export function EmptyState({ title, lead, children, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className="empty">
      <Heading className="empty__title">{title}</Heading>
      {lead && <p className="empty__lead">{lead}</p>}
      {children}
    </div>
  )
}
