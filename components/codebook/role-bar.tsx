import type { ActorUses } from '#/lib/codebook/uses.ts'
import { t } from '#/lib/message/t.ts'

const WIDTH = 84
const HEIGHT = 6
/** Pitch of the hatching, px. */
const HATCH = 4

/** How an actor stands in its statements: solid source, hatched recipient, pale mentioned. Said in full to screen readers. */
export function RoleBar({ uses }: { uses: ActorUses }) {
  const total = uses.source + uses.recipient + uses.mentioned
  if (total === 0) return null
  const share = (count: number): number => Math.round((count / total) * 100)
  const source = (uses.source / total) * WIDTH
  const recipient = (uses.recipient / total) * WIDTH
  const label = t('{source}% source, {recipient}% recipient, {mentioned}% mentioned', {
    source: share(uses.source),
    recipient: share(uses.recipient),
    mentioned: share(uses.mentioned),
  })
  const strokes = Array.from({ length: Math.floor(recipient / HATCH) }, (_, at) => source + at * HATCH + 1)
  return (
    <svg className="rolebar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <title>{label}</title>
      <rect className="rolebar__rest" width={WIDTH} height={HEIGHT} rx="3" />
      <rect className="rolebar__source" width={source} height={HEIGHT} rx="1" />
      {recipient > 0 && <rect className="rolebar__recipient" x={source} width={recipient} height={HEIGHT} />}
      <path className="rolebar__hatch" d={strokes.map((x) => `M${x} ${HEIGHT}L${x + 3} 0`).join('')} />
    </svg>
  )
}
