import { useMemo, useRef, useState } from 'react'
import { showToast } from '#/components/ui/toast-store.ts'
import { t } from '#/lib/message/t.ts'
import { plus } from '#/lib/query/facet-keys.ts'
import { oneOf, type Query, theseExcerpts } from '#/lib/query/query.ts'
import { VALUES_LIMIT } from '#/lib/query/values.ts'

/** What is ticked: these, or all that match without these. */
interface Ticked {
  isAll: boolean
  ids: ReadonlySet<string>
}

export interface Selection extends Ticked {
  has(annotationId: string): boolean
  /** @param total how many match; null while they are counted @returns null then, when all are ticked */
  count(total: number | null): number | null
  /** What asks for the ticked ones. @param asked what the page asks for */
  query(asked: Query): Query
  /** Ticks one, or no longer. */
  toggle(annotationId: string): void
  /** All of these in, or, when they are all in, all of them out. */
  toggleSome(annotationIds: readonly string[]): void
  /** Ticks from the one that was ticked last to this one. @param listed in their order */
  extendTo(annotationId: string, listed: readonly string[]): void
  /** Ticks all that match, loaded or not; none when all are. */
  toggleAll(): void
  clear(): void
}

const NONE: Ticked = { isAll: false, ids: new Set() }

/** Which excerpts are ticked: as many as an address can name, or all that match but so many. The functions that change it keep their identity. */
export function useSelection(): Selection {
  const [ticked, setTicked] = useState(NONE)
  const latest = useRef(ticked)
  const last = useRef<string | null>(null)
  const actions = useMemo(() => {
    const set = (next: Ticked) => {
      if (next.ids.size > VALUES_LIMIT) return showToast(tooManyWords(next.isAll))
      latest.current = next
      setTicked(next)
    }
    const put = (ids: readonly string[], isIn: boolean) => {
      const { isAll, ids: before } = latest.current
      const changed = new Set(ids)
      set({ isAll, ids: isIn === isAll ? before.difference(changed) : before.union(changed) })
    }
    const toggleSome = (ids: readonly string[]) => {
      put(ids, !ids.every((id) => isTicked(latest.current, id)))
      last.current = ids.at(-1) ?? null
    }
    return {
      toggle: (id: string) => toggleSome([id]),
      toggleSome,
      extendTo: (id: string, listed: readonly string[]) => {
        const [from, to] = [last.current === null ? -1 : listed.indexOf(last.current), listed.indexOf(id)].sort((a, b) => a - b)
        if (from === undefined || to === undefined || from < 0) return toggleSome([id])
        put(listed.slice(from, to + 1), true)
        last.current = id
      },
      toggleAll: () => set(latest.current.isAll && latest.current.ids.size === 0 ? NONE : { isAll: true, ids: new Set() }),
      clear: () => set(NONE),
    }
  }, [])
  const { isAll, ids } = ticked
  return {
    ...ticked,
    has: (id) => isTicked(ticked, id),
    count: (total) => (!isAll ? ids.size : total === null ? null : Math.max(0, total - ids.size)),
    query: (asked) => (!isAll ? theseExcerpts([...ids]) : ids.size > 0 ? plus(asked, { is: 'not', of: oneOf('id', ...ids) }) : asked),
    ...actions,
  }
}

const isTicked = ({ isAll, ids }: Ticked, id: string): boolean => ids.has(id) !== isAll

function tooManyWords(isAll: boolean): string {
  const limit = VALUES_LIMIT
  return isAll
    ? t('Up to {limit} excerpts can be left out of all. Narrow the results with a filter instead.', { limit })
    : t('Up to {limit} excerpts can be selected one by one. Select all that match instead.', { limit })
}
