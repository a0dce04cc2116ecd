import { useMemo, useRef } from 'react'
import type { Network, NetworkNode } from '#/lib/analysis/network.ts'

/**
 * Leaves nodes where they were while something is chosen elsewhere, so that one sees what becomes less and what becomes more.
 *
 * @param frame what is asked; when it changes, everything is laid out anew
 */
export function useKeptPlaces({ nodes }: Network, frame: string): NetworkNode[] {
  const kept = useRef({ frame, places: new Map<string, { x: number; y: number }>() })
  return useMemo(() => {
    if (kept.current.frame !== frame) kept.current = { frame, places: new Map() }
    const { places } = kept.current
    return nodes.map((node) => {
      const place = places.get(node.id) ?? { x: node.x, y: node.y }
      places.set(node.id, place)
      return { ...node, ...place }
    })
  }, [nodes, frame])
}
