import type { Glyph } from '#/lib/codebook/actor-kinds.ts'
import type { Size } from './use-size.ts'

/** Size of the picture until its own is known, CSS pixels. */
export const USUAL_SIZE = { width: 560, height: 420 }
/** Room for half a node and its words at the sides of the picture. */
const MARGIN = { x: 52, top: 22, bottom: 36 }

/** Where a node is drawn. */
export interface Point {
  x: number
  y: number
}

/** Outlines on a 16 by 16 grid, by what an actor is; a circle for all others. */
const OUTLINES: Partial<Record<Glyph, string>> = {
  state: 'M3 3h10v10H3z',
  government: 'M2.5 6.5 8 2.8l5.500 3.700v7H2.5z',
  military: 'M8 2.4 13 4.2v3.9c0 2.9-2 4.7-5 5.6-3-.9-5-2.700-5-5.6V4.2z',
  'armed-group': 'M8 2 14 8l-6 6-6-6z',
  militia: 'M8 2 14 8l-6 6-6-6z',
  company: 'M3.5 13.5v-11h9v11z',
}
const CIRCLE = 'M2.6 8a5.400 5.400 0 1 0 10.800 0a5.400 5.400 0 1 0-10.800 0'

export function outlineOf(glyph: Glyph): string {
  return OUTLINES[glyph] ?? CIRCLE
}

/** From parts of a layout, 0 to 1, to a picture of a size, and back. */
export function inPicture({ x, y }: Point, { width, height }: Size): Point {
  return { x: MARGIN.x + x * (width - 2 * MARGIN.x), y: MARGIN.top + y * (height - MARGIN.top - MARGIN.bottom) }
}
export function inLayout({ x, y }: Point, { width, height }: Size): Point {
  const within = (at: number, most: number) => Math.max(NODE, Math.min(most - NODE, at))
  return {
    x: (within(x, width) - MARGIN.x) / (width - 2 * MARGIN.x),
    y: (within(y, height) - MARGIN.top) / (height - MARGIN.top - MARGIN.bottom),
  }
}

/** Half the side of the smallest node. */
const NODE = 9

/** Half the side of a node: its area grows with its statements. */
export function radiusOf(statements: number, most: number): number {
  return NODE + 9 * Math.sqrt(statements / Math.max(1, most))
}

/** A tie as a path, and the head of its arrow; ties there and back bend away from each other. */
export function tiePath(from: Point, to: Point, radius: number, isDirected: boolean): { line: string; head: string | null } {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  if (length < 1) {
    const { x, y } = from
    return { line: `M${x - 6} ${y - radius}c-14 -26 26 -26 12 0`, head: null }
  }
  if (!isDirected) return { line: `M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`, head: null }
  const bend = Math.min(28, length / 5)
  const middle = { x: from.x + dx / 2 - (dy / length) * bend, y: from.y + dy / 2 + (dx / length) * bend }
  const [ex, ey] = [to.x - middle.x, to.y - middle.y]
  const reach = Math.hypot(ex, ey)
  const [ux, uy] = [ex / reach, ey / reach]
  const end = { x: to.x - ux * (radius + 3), y: to.y - uy * (radius + 3) }
  const wing = (side: number) => `${round(end.x - ux * 7 - uy * 3.5 * side)} ${round(end.y - uy * 7 + ux * 3.5 * side)}`
  return {
    line: `M${round(from.x)} ${round(from.y)}Q${round(middle.x)} ${round(middle.y)} ${round(end.x)} ${round(end.y)}`,
    head: `M${round(end.x)} ${round(end.y)}L${wing(1)}L${wing(-1)}Z`,
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
