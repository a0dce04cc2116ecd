import { t } from '#/lib/message/t.ts'
import type { ResultsNews } from './use-results-news.ts'

/** Says that more, or fewer, match on the server than are shown. Rows never move by themselves: pressing it draws them again. */
export function NewExcerpts({ news: { fresh, lost }, onShow }: { news: ResultsNews; onShow: () => void }) {
  if (fresh === 0 && lost === 0) return null
  return (
    <div className="results__new" role="status">
      <button type="button" className="pill" onClick={onShow}>
        {fresh > 0
          ? t('{count} new', { count: fresh })
          : t('{count, plural, one {# no longer matches} other {# no longer match}}', { count: lost })}
        <span className="pill__verb">{t('Show')}</span>
      </button>
    </div>
  )
}
