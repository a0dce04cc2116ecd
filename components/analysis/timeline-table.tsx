import { numberWords } from '#/lib/message/locale.ts'
import { t } from '#/lib/message/t.ts'
import { barLabel } from './bar-label.ts'
import { periodWords } from './period-words.ts'
import type { TimelineProps } from './timeline-pane.tsx'

/** The bars that count anything, as rows; the number opens its excerpts. */
export function TimelineTable({ label, bars, branches, period, picked, onPick }: TimelineProps) {
  return (
    <table className="ties" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('Date')}</th>
          <th scope="col">{t('Excerpts')}</th>
          {branches.map(({ id, name }) => (
            <th key={id} scope="col" dir="auto">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars
          .filter(({ total }) => total > 0)
          .map((bar) => (
            <tr key={bar.start}>
              <th scope="row">{periodWords(bar.start, period)}</th>
              <td>
                <button
                  type="button"
                  className="linkbtn"
                  aria-label={barLabel(bar, branches, period)}
                  aria-pressed={picked?.from === bar.start && picked.to === bar.end}
                  onClick={() => onPick({ from: bar.start, to: bar.end })}
                >
                  {numberWords(bar.total)}
                </button>
              </td>
              {branches.map(({ id }) => (
                <td key={id}>{numberWords(bar.by.get(id) ?? 0)}</td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  )
}
