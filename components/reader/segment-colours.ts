import { hueColour } from './mark-hue.ts'
import type { Segment } from './segments.ts'

const NEUTRAL = { line: 'var(--line-strong)', wash: 'var(--sunken)', tint: 'var(--sunken)' }

/**
 * The colours of a stretch of tagged text as custom properties of `.tg`: its rules and its ground.
 * @param focus the statements whose rules are shown; null: all
 */
export function segmentColours(segment: Pick<Segment, 'rules' | 'ground'>, focus: ReadonlySet<string> | null): Record<string, string> {
  const colours: Record<string, string> = {}
  segment.rules.forEach((rule, slot) => {
    if (rule && (!focus || focus.has(rule.id))) colours[`--u${slot}`] = colour(rule.hue, 'line')
  })
  return { ...colours, '--w': colour(segment.ground, 'wash'), '--wa': colour(segment.ground, 'tint') }
}

function colour(hue: number, part: 'line' | 'wash' | 'tint'): string {
  return hue === 0 ? NEUTRAL[part] : hueColour(hue, part)
}
