import type { ExportWriter } from './format.ts'
import { type NetworkNode, readNetwork } from './network.ts'

/**
 * Actors by themes as a two-mode matrix in UCINET DL, one row per actor: in how many statements it speaks on the theme. Labels are
 * made unique, because UCINET knows nodes by them, and lose their quotation marks.
 */
export const writeUcinet: ExportWriter = async function* (batches) {
  const network = await readNetwork(batches)
  const weights = new Map(network.edges.filter(({ sort }) => sort === 'speaks on').map(({ from, to, weight }) => [`${from}|${to}`, weight]))
  const sources = new Set(network.edges.filter(({ sort }) => sort === 'speaks on').map(({ from }) => from))
  const rows = [...network.nodes.values()].filter(({ id, sort }) => sort === 'actor' && sources.has(id))
  const columns = [...network.nodes.values()].filter(({ sort }) => sort === 'theme')
  yield `dl nr = ${rows.length}, nc = ${columns.length}, format = fullmatrix\n`
  yield `row labels:\n${labels(rows)}col labels:\n${labels(columns)}data:\n`
  for (const row of rows) yield `${columns.map(({ id }) => weights.get(`${row.id}|${id}`) ?? 0).join(' ')}\n`
}

function labels(nodes: readonly NetworkNode[]): string {
  const used = new Set<string>()
  return nodes
    .map(({ label }) => {
      const plain = label.replace(/\s+/g, ' ').replaceAll('"', "'")
      let name = plain
      for (let n = 2; used.has(name); n++) name = `${plain} ${n}`
      used.add(name)
      return `"${name}"\n`
    })
    .join('')
}
