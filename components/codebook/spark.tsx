import { t } from '#/lib/message/t.ts'

const WIDTH = 88
const HEIGHT = 20

/** A small line over quarters; what it says in words is its label. */
export function Spark({ counts }: { counts: readonly number[] }) {
  const peak = Math.max(...counts)
  if (peak <= 0) return null
  const step = WIDTH / (counts.length - 1)
  const points = counts.map((count, at) => `${(at * step).toFixed(1)} ${(HEIGHT - 2 - (count / peak) * (HEIGHT - 4)).toFixed(1)}`)
  const line = `M${points.join('L')}`
  const label = t('By quarter, the last {counts}: {counts2}', { counts: counts.length, counts2: counts.join(', ') })
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      <path className="spark__area" d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} />
      <path className="spark__line" d={line} />
    </svg>
  )
}
