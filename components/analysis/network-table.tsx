import type { Network } from '#/lib/analysis/network.ts'
import type { NameBook } from '#/lib/excerpt/filter-names.ts'
import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import type { Query } from '#/lib/query/query.ts'
import { tieWords, weightWords } from './tie-words.ts'

interface NetworkTableProps {
  label: string
  network: Network
  book: NameBook
  isPicked: (query: Query) => boolean
  onPick: (query: Query) => void
}

/** The ties of a network as rows, the heaviest first; the weight opens its excerpts. */
export function NetworkTable({ label, network: { edges, kind, nodes }, book, isPicked, onPick }: NetworkTableProps) {
  const name = (id: string) => book.actor(id)?.name ?? ''
  const camps = new Map(nodes.map(({ id, coalition }) => [id, coalition]))
  const camp = (id: string) => (camps.get(id) ? ` (${numberWords(camps.get(id) ?? 0)})` : '')
  const isDirected = kind === 'addresses'
  return (
    <table className="ties" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{isDirected ? t('Source') : t('Actor')}</th>
          <th scope="col">{isDirected ? t('Recipient') : t('Actor')}</th>
          <th scope="col">{t('Theme')}</th>
          <th scope="col">{isDirected ? t('Excerpts') : t('Weight')}</th>
        </tr>
      </thead>
      <tbody>
        {edges.map((edge) => (
          <tr key={`${edge.from} ${edge.to}`}>
            <td dir="auto">{name(edge.from) + camp(edge.from)}</td>
            <td dir="auto">{name(edge.to) + camp(edge.to)}</td>
            <td dir="auto">{edge.themeId === null ? '' : book.themes.path(edge.themeId).at(-1)}</td>
            <td>
              <button
                type="button"
                className="linkbtn"
                aria-label={tieWords(edge, kind, book)}
                aria-pressed={isPicked(edge.ask)}
                onClick={() => onPick(edge.ask)}
              >
                {weightWords(edge.weight)}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
