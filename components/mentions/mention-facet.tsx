import { type ReactNode, useId, useState } from 'react'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'

interface MentionFacetProps {
  title: string
  values: readonly { key: string; name: string; count: number; mark: ReactNode }[]
  /** The value the list is narrowed to; null: all. */
  chosen: string | null
  onChoose: (key: string | null) => void
}

const SHOWN = 10

/** The actors or documents of the list, with how many mentions each has; one of them at a time. */
export function MentionFacet({ title, values, chosen, onChoose }: MentionFacetProps) {
  const headingId = useId()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? values : values.filter(({ key }, at) => at < SHOWN || key === chosen)
  if (values.length === 0) return null
  return (
    <section className="facet" aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      <ul>
        {shown.map(({ key, name, count, mark }) => (
          <li key={key}>
            <label>
              <input type="checkbox" className="check" checked={key === chosen} onChange={() => onChoose(key === chosen ? null : key)} />
              {mark}
              <span className="clip" dir="auto" title={name}>
                {name}
              </span>
              <span className="num">{numberWords(count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {values.length > SHOWN && (
        <button type="button" className="linkbtn facet__more" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('Show fewer') : t('Show all {values}', { values: values.length })}
        </button>
      )}
    </section>
  )
}
