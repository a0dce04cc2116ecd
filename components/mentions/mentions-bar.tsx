import { IgnoreMenu } from '#/components/radar/ignore-menu.tsx'
import { Button } from '#/components/ui/button.tsx'
import type { Reach } from '#/lib/codebook/radar/rejections.ts'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'

interface MentionsBarProps {
  count: number
  /** How many of them mean somebody for sure, or were said to. */
  clear: number
  isBusy: boolean
  onTag: () => void
  onIgnore: (reach: Reach) => void
  onClear: () => void
}

/** What can be done with the ticked mentions. */
export function MentionsBar({ count, clear, isBusy, onTag, onIgnore, onClear }: MentionsBarProps) {
  if (count === 0) return null
  const what = counted(count, 'mention')
  return (
    <div className="bulk" role="toolbar" aria-label={t('{what} selected', { what })}>
      <b className="num">{t('{count} selected', { count })}</b>
      <span className="sep" />
      <Button icon="check" busy={isBusy} disabled={clear === 0} onClick={onTag}>
        {clear === count ? t('Tag {count}', { count }) : t('Tag {clear} of {count}', { clear, count })}
      </Button>
      <IgnoreMenu what={what} onIgnore={onIgnore} />
      <span className="sep" />
      <Button icon="x" aria-label={t('Clear selection')} onClick={onClear} />
    </div>
  )
}
