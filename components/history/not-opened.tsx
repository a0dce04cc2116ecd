import { Button } from '#/components/ui/button.tsx'
import { Skeleton } from '#/components/ui/skeleton.tsx'
import { t } from '#/lib/message/t.ts'

/** What stands in place of something that is on its way, or that did not come. */
export function NotOpened({ problem, retry, lines = 8 }: { problem: string | null; retry: () => void; lines?: number }) {
  if (problem === null) return <Skeleton lines={lines} />
  return (
    <div className="notopened" role="alert">
      <p>{problem}</p>
      <Button onClick={retry}>{t('Try again')}</Button>
    </div>
  )
}
