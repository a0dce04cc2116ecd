import { hash } from 'node:crypto'
import * as Y from 'yjs'

/**
 * Everything two copies of a document must agree on, as one string: its whole state byte for byte (after Yjs has put it
 * into its shortest form, which depends on how it came about), its snapshot and its content as JSON. Says so when parts
 * of it wait for others.
 */
export function replicaPrint(doc: Y.Doc): string {
  const shortest = new Y.Doc()
  Y.applyUpdate(shortest, Y.encodeStateAsUpdate(doc))
  const parts = [Y.encodeStateAsUpdate(shortest), Y.encodeSnapshot(Y.snapshot(shortest)), contentOf(doc)]
  const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null && shortest.store.pendingStructs === null
  shortest.destroy()
  return `${parts.map((part) => hash('sha1', part).slice(0, 12)).join(' ')}${isWhole ? '' : ' incomplete'}`
}

/** The content as JSON, the same whatever types the copy was asked for: a root nobody has asked for has no type yet. */
function contentOf(doc: Y.Doc): string {
  const names = [...doc.share.keys()].sort()
  return JSON.stringify(names.map((name) => [name, rootContent(doc, name)]).filter(([, content]) => content !== null))
}

function rootContent(doc: Y.Doc, name: string): unknown {
  const type = doc.share.get(name) as Y.AbstractType<unknown>
  if (type._map.size > 0) return [...doc.getMap(name).entries()].sort(([a], [b]) => (a < b ? -1 : 1))
  return type._start ? doc.getText(name).toDelta() : null
}
