import { useState } from 'react'
import { showToast } from '#/components/ui/toast-store.ts'
import { VALUES_LIMIT } from '#/lib/excerpt/filter-params.ts'

export interface Selection {
  ids: ReadonlySet<string>
  toggle(id: string): void
  /** All of these in, or, when they are all in, all of them out. */
  toggleAll(ids: readonly string[]): void
  clear(): void
}

/** Which excerpts are ticked: no more than an address can name. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const add = (more: readonly string[]) => {
    const next = new Set([...ids, ...more])
    if (next.size > VALUES_LIMIT) showToast(`Up to ${VALUES_LIMIT} excerpts can be selected. To export more, export all that match.`)
    else setIds(next)
  }
  const drop = (fewer: readonly string[]) => setIds(new Set([...ids].filter((id) => !fewer.includes(id))))
  return {
    ids,
    toggle: (id) => (ids.has(id) ? drop([id]) : add([id])),
    toggleAll: (all) => (all.every((id) => ids.has(id)) ? drop(all) : add(all)),
    clear: () => setIds(new Set()),
  }
}
