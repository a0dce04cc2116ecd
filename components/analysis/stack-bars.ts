import { stack } from 'd3-shape'
import type { Bar } from '#/lib/analysis/timeline.ts'
import type { Branch } from './timeline-pane.tsx'

/** A part of a bar, in statements from the ground; `hue` is null for statements without a theme. */
export interface StackedPart {
  id: string
  hue: number | null
  from: number
  to: number
}

const BARE = 'bare'

/** Bars with their branches on each other. A statement on two branches is in both, so a bar may be higher than it counts. */
export function stackBars(bars: readonly Bar[], branches: readonly Branch[]): { parts: StackedPart[]; height: number }[] {
  const hues = new Map<string, number | null>([...branches.map(({ id, hue }): [string, number] => [id, hue]), [BARE, null]])
  const layers = stack<Bar, string>()
    .keys([...hues.keys()])
    .value((bar, id) => (id === BARE ? bar.bare : (bar.by.get(id) ?? 0)))(bars)
  return bars.map((_, nth) => {
    const parts = layers.flatMap((layer): StackedPart[] => {
      const [from = 0, to = 0] = layer[nth] ?? []
      return to > from ? [{ id: layer.key, hue: hues.get(layer.key) ?? null, from, to }] : []
    })
    return { parts, height: parts.at(-1)?.to ?? 0 }
  })
}
