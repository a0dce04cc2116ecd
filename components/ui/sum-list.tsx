import './sum-list.css'

/** What a file holds or does, in figures: a word and its sum. */
export function SumList({ sums }: { sums: readonly (readonly [label: string, sum: string])[] }) {
  return (
    <dl className="sumlist">
      {sums.map(([label, sum]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{sum}</dd>
        </div>
      ))}
    </dl>
  )
}
