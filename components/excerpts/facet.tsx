import { useId, useState } from 'react'
import { ROLE_ICONS } from '#/components/ui/actor-chip.tsx'
import { ActorKindIcon } from '#/components/ui/actor-kind-icon.tsx'
import { Avatar } from '#/components/ui/avatar.tsx'
import { Icon } from '#/components/ui/icon.tsx'
import { STANCE_ICONS } from '#/components/ui/theme-chip.tsx'
import type { ActorRole, Stance } from '#/lib/codebook/codebook.ts'
import type { ExcerptCounts } from '#/lib/excerpt/counts.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { askedKeys, type Dimension, withKey, withoutKey } from '#/lib/query/facet-keys.ts'
import type { Query } from '#/lib/query/query.ts'

/** The glyph before a value. */
type Mark =
  | { hue: number }
  | { kind: string }
  | { role: ActorRole }
  | { stance: Stance }
  | { language: string }
  | { person: { id: string; name: string } }
  /** None, but the place of one. */
  | 'fact'

export interface FacetValue {
  key: string
  name: string
  title?: string
  mark?: Mark
}

interface FacetProps {
  title: string
  dimension: Dimension
  values: readonly FacetValue[]
  /** The values have an order of their own; otherwise the most frequent come first. */
  ordered?: boolean
  query: Query
  counts: ExcerptCounts | null
  onAsk: (query: Query) => void
}

const SHOWN = 7

/** The values of one dimension that occur in the results, and those that are ticked. */
export function Facet({ title, dimension, values, ordered = false, query, counts, onAsk }: FacetProps) {
  const headingId = useId()
  const [showsAll, setShowsAll] = useState(false)
  const asked = new Set(askedKeys(query, dimension))
  const count = (key: string) => counts?.by[dimension][key] ?? 0
  const present = values.filter(({ key }) => asked.has(key) || count(key) > 0)
  if (!ordered)
    present.sort(
      (a, b) => Number(asked.has(b.key)) - Number(asked.has(a.key)) || count(b.key) - count(a.key) || a.name.localeCompare(b.name),
    )
  if (present.length === 0) return null
  const shown = showsAll ? present : present.slice(0, Math.max(SHOWN, asked.size))

  const toggle = (key: string) => onAsk(asked.has(key) ? withoutKey(query, dimension, key) : withKey(query, dimension, key))
  return (
    <section className="facet" aria-labelledby={headingId}>
      <h2 id={headingId}>{title}</h2>
      <ul>
        {shown.map(({ key, name, title: full, mark }) => (
          <li key={key}>
            <label>
              <input type="checkbox" className="check" checked={asked.has(key)} onChange={() => toggle(key)} />
              <FacetMark mark={mark} />
              <span className="clip" dir="auto" title={full ?? name}>
                {name}
              </span>
              <span className="num">{counts ? numberWords(count(key)) : ''}</span>
            </label>
          </li>
        ))}
      </ul>
      {present.length > SHOWN && (
        <button type="button" className="linkbtn facet__more" onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? t('Show fewer') : t('Show all {present}', { present: present.length })}
        </button>
      )}
    </section>
  )
}

function FacetMark({ mark }: { mark: Mark | undefined }) {
  if (!mark) return <Icon name="file" className="kind" />
  if (mark === 'fact') return <span className="kind" />
  if ('hue' in mark) return <span className="dot" data-h={mark.hue} />
  if ('kind' in mark) return <ActorKindIcon kind={mark.kind} />
  if ('role' in mark) return <Icon name={ROLE_ICONS[mark.role]} className="kind" />
  if ('language' in mark) return <span className="langb">{mark.language.split('-')[0]}</span>
  if ('person' in mark) return <Avatar person={mark.person} small decorative />
  const sign = STANCE_ICONS[mark.stance]
  return sign ? <Icon name={sign} className="kind" /> : <span className="kind" />
}
