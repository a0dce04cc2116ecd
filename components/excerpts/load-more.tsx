import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '#/components/ui/button.tsx'
import { t } from '#/lib/message/t.ts'
import type { useExcerptPages } from './use-excerpt-pages.ts'

interface LoadMoreProps {
  pages: Pick<ReturnType<typeof useExcerptPages>, 'hasMore' | 'isLoading' | 'problem' | 'loadMore'> & { excerpts: readonly unknown[] }
  scroller: RefObject<HTMLElement | null>
}

/** The end of the list: loads the next page when it comes near, or when pressed; at the very end, the way back to the top. */
export function LoadMore({ pages: { excerpts, hasMore, isLoading, problem, loadMore }, scroller }: LoadMoreProps) {
  const foot = useRef<HTMLDivElement>(null)
  const load = useRef(loadMore)
  useEffect(() => {
    load.current = loadMore
  })
  const mayLoad = hasMore && !isLoading && problem === null
  useEffect(() => {
    if (!mayLoad || !foot.current) return
    const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load.current(), {
      rootMargin: '0px 0px 600px 0px',
    })
    watcher.observe(foot.current)
    return () => watcher.disconnect()
  }, [mayLoad])

  const toTop = () => {
    scroller.current?.scrollTo({ top: 0 })
    scroller.current?.closest('main')?.scrollTo({ top: 0 })
  }
  return (
    <div ref={foot} className="results__foot">
      {hasMore && (
        <Button busy={isLoading} onClick={loadMore}>
          {isLoading ? t('Loading…') : t('Load more')}
        </Button>
      )}
      {!hasMore && excerpts.length > 10 && (
        <Button look="quiet" icon="up" onClick={toTop}>
          {t('Back to top')}
        </Button>
      )}
    </div>
  )
}
