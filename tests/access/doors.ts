import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const BUILD = join(import.meta.dirname, '../../.next')
const read = (file: string) => JSON.parse(readFileSync(join(BUILD, file), 'utf8'))

/** What server.ts answers before Next sees it: the build does not know of it. The socket at /collab is tried by its rooms. */
const BESIDE_NEXT = ['/api/metrics']

/** A server action: its name in the policy, the id it is called by, and a page that carries it. */
export interface ActionDoor {
  name: string
  id: string
  page: string
}

/** Everything the production build answers to, as the build itself says. */
export interface Doors {
  /** Addresses with their parameters in brackets. */
  pages: string[]
  routes: string[]
  actions: ActionDoor[]
}

interface ActionsManifest {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>
  edge: Record<string, unknown>
}

/** @throws when there is no build, or it has actions of a kind that is not looked at here */
export function readDoors(): Doors {
  const paths = Object.entries(read('app-path-routes-manifest.json') as Record<string, string>)
  const { node, edge } = read('server/server-reference-manifest.json') as ActionsManifest
  if (Object.keys(edge).length > 0) throw new Error('There are actions in the edge runtime')
  const addressOf = new Map(paths.map(([path, address]) => [`app${path}`, address]))
  const actions = Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
    const page = Object.keys(workers).map((worker) => addressOf.get(worker))[0]
    if (!page) throw new Error(`No page carries ${filename}#${exportedName}`)
    return { name: `${filename}#${exportedName}`, id, page }
  })
  const ending = (end: string) => paths.filter(([path]) => path.endsWith(end)).map(([, address]) => address)
  return { pages: ending('/page'), routes: [...ending('/route'), ...BESIDE_NEXT], actions }
}
