'use client'

import { Button } from '#/components/ui/button.tsx'
import { EmptyState } from '#/components/ui/empty-state.tsx'
import { Skeleton } from '#/components/ui/skeleton.tsx'

/** What stands in place of the text: while it loads, or when it cannot be opened. */
export function PageState({ isLoading, title }: { isLoading: boolean; title: string }) {
  if (!isLoading) {
    return (
      <EmptyState title="This document did not open" lead="It was moved to the bin, or you are no longer a member here.">
        <Button look="primary" onClick={() => location.reload()}>
          Try again
        </Button>
      </EmptyState>
    )
  }
  return (
    <div className="sheet">
      <div className="lanes" />
      <div className="column">
        <p className="sr">Loading {title}</p>
        <Skeleton lines={14} />
      </div>
      <div className="cards" />
    </div>
  )
}
