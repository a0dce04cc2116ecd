'use client'

import { Kbd } from '#/components/ui/kbd.tsx'
import { counted } from '#/lib/counted.ts'
import { t } from '#/lib/message/t.ts'
import { useModel } from './reader-context.ts'
import { useNews } from './use-news.ts'

/** "3 new": statements of others that are painted already; a click gives them their cards. */
export function NewPill() {
  const model = useModel()
  const count = useNews(({ waiting }) => waiting.size)
  if (count === 0) return null
  return (
    <button
      type="button"
      className="pill"
      aria-label={t('Show {statements}', { statements: counted(count, 'new statement') })}
      aria-keyshortcuts="l"
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => model.news.showAll()}
    >
      <span className="num">{t('{count} new', { count })}</span> <Kbd>L</Kbd>
    </button>
  )
}
