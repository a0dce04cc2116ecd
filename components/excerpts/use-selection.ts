import { useMemo, useRef, useState } from 'react'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { VALUES_LIMIT } from '#/lib/query/values.ts'

export interface Selection {
  ids: ReadonlySet<string>
  toggle(id: string): void
  /** All of these in, or, when they are all in, all of them out. */
  toggleAll(ids: readonly string[]): void
  clear(): void
}

/** Which excerpts are ticked: no more than an address can name. The functions keep their identity. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const latest = useRef(ids)
  const actions = useMemo(() => {
    const set = (next: ReadonlySet<string>) => {
      latest.current = next
      setIds(next)
    }
    const toggleAll = (all: readonly string[]) => {
      const before = latest.current
      if (all.every((id) => before.has(id))) return set(new Set([...before].filter((id) => !all.includes(id))))
      const next = new Set([...before, ...all])
      if (next.size <= VALUES_LIMIT) set(next)
      else
        showToast(t('Up to {valueslimit} excerpts can be selected. To export more, export all that match.', { valueslimit: VALUES_LIMIT }))
    }
    return { toggle: (id: string) => toggleAll([id]), toggleAll, clear: () => set(new Set()) }
  }, [])
  return { ids, ...actions }
}
