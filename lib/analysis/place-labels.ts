/** A node of a picture with the words that belong to it; all in the units of the picture. */
export interface Labelled {
  id: string
  x: number
  y: number
  /** Half the side of its shape. */
  radius: number
  /** How long its words are. */
  width: number
}

/** Where words begin to be drawn: their baseline, and which part of them stands at `x`. */
export interface Label {
  x: number
  y: number
  anchor: 'start' | 'middle' | 'end'
}

/** Height of a line of words, and its distance from the shape. */
const LINE = 13
const GAP = 2

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * Puts the words of nodes where they cover nothing: under the node, above, or at a side. What stands nowhere is left out.
 *
 * @param nodes the ones to be placed first, first
 * @returns by id; null: there is no room
 */
export function placeLabels(nodes: readonly Labelled[], size: { width: number; height: number }): Map<string, Label | null> {
  const taken: Box[] = nodes.map(({ x, y, radius }) => around(x, y, radius))
  return new Map(
    nodes.map((node, nth): [string, Label | null] => {
      const spot = spotsOf(node).find(({ box }) => isInside(box, size) && !taken.some((other, at) => at !== nth && meet(box, other)))
      if (spot) taken.push(spot.box)
      return [node.id, spot?.label ?? null]
    }),
  )
}

/** The words under a node, whatever they cover. */
export function labelUnder({ x, y, radius }: Labelled): Label {
  return { x, y: y + radius + LINE, anchor: 'middle' }
}

function spotsOf(node: Labelled): { label: Label; box: Box }[] {
  const { x, y, radius, width } = node
  const half = width / 2
  const line = (label: Label, left: number) => ({
    label,
    box: { left, right: left + width, top: label.y - LINE + 2, bottom: label.y + 3 },
  })
  const beside = y + LINE / 3
  return [
    line(labelUnder(node), x - half),
    line({ x, y: y - radius - GAP - 3, anchor: 'middle' }, x - half),
    line({ x: x + radius + GAP + 2, y: beside, anchor: 'start' }, x + radius + GAP + 2),
    line({ x: x - radius - GAP - 2, y: beside, anchor: 'end' }, x - radius - GAP - 2 - width),
  ]
}

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

function isInside({ left, top, right, bottom }: Box, { width, height }: { width: number; height: number }): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height
}
