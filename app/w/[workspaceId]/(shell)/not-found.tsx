import type { Metadata } from 'next'
import Link from 'next/link'
import { EmptyState } from '#/components/ui/empty-state.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main className="fill" id="main">
      <EmptyState
        title="Nothing is here"
        level={1}
        lead="The page was moved or deleted, or it belongs to a workspace you are not a member of."
      >
        <Link className="btn btn--primary" href="/">
          Go to your documents
        </Link>
      </EmptyState>
    </main>
  )
}
