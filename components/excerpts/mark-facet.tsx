import { useId } from 'react'
import { Icon } from '#/components/ui/icon.tsx'
import type { IconName } from '#/components/ui/icon-drawings.ts'
import { markName } from '#/lib/excerpt/filter-options.ts'
import { t } from '#/lib/message/t.ts'
import { asked, plus, withoutField } from '#/lib/query/facet-keys.ts'
import { MARKS, type Mark, oneOf, type Query } from '#/lib/query/query.ts'

const ICONS: Record<Mark, IconName> = { new: 'new', important: 'star', edited: 'history', discussed: 'comment' }

/** What sets an excerpt apart: new since the last visit, marked as important, edited, discussed. */
export function MarkFacet({ query, onAsk }: { query: Query; onAsk: (query: Query) => void }) {
  const headingId = useId()
  const ticked = asked(query, 'mark').flatMap(({ values }) => values)
  const toggle = (mark: Mark) => {
    const next = ticked.includes(mark) ? ticked.filter((one) => one !== mark) : [...ticked, mark]
    onAsk(plus(withoutField(query, 'mark'), oneOf('mark', ...next)))
  }
  return (
    <section className="facet" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('Show only')}</h2>
      <ul>
        {MARKS.map((mark) => (
          <li key={mark}>
            <label>
              <input type="checkbox" className="check" checked={ticked.includes(mark)} onChange={() => toggle(mark)} />
              <Icon name={ICONS[mark]} className="kind" />
              <span className="clip" title={markName(mark)}>
                {markName(mark)}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
