import { pathOf } from '#/lib/codebook/theme-tree.ts'
import { colourOfHue } from '#/lib/format/codebook/hue-colour.ts'
import { xmlAttribute } from '#/lib/format/codebook/xml-escape.ts'
import type { ExportContext, ExportWriter } from './format.ts'
import { meanStance, type NetworkNode, readNetwork } from './network.ts'

/** The network of the excerpts in GEXF 1.3 (gexf.net), for Gephi: as GraphML, with the colours of the codebook. */
export const writeGexf: ExportWriter = async function* (batches, { workspace, exportedAt, codebook }) {
  const network = await readNetwork(batches)
  const attribute = (id: string, type: string) => `<attribute id="${id}" title="${id}" type="${type}"/>`
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n` +
    `<meta lastmodifieddate="${new Date(exportedAt).toISOString().slice(0, 10)}"><creator>Interline</creator><description>${xmlAttribute(workspace.name)}</description></meta>\n` +
    `<graph mode="static" defaultedgetype="directed">\n` +
    `<attributes class="node">${attribute('sort', 'string')}${attribute('kind', 'string')}${attribute('statements', 'integer')}</attributes>\n` +
    `<attributes class="edge">${attribute('relation', 'string')}${attribute('supports', 'integer')}${attribute('opposes', 'integer')}${attribute('neutral', 'integer')}${attribute('mixed', 'integer')}${attribute('stance', 'double')}</attributes>\n<nodes>\n`
  const colour = colours(codebook)
  for (const node of network.nodes.values()) {
    const { id, label, sort, kind, statements } = node
    yield `<node id="${id}" label="${xmlAttribute(label)}">${values({ sort, kind, statements })}${colour(node)}</node>\n`
  }
  yield '</nodes>\n<edges>\n'
  for (const [i, { from, to, sort: relation, weight, stances }] of network.edges.entries()) {
    const { none: _, ...told } = stances
    const said = relation === 'speaks on' ? { ...told, stance: meanStance(stances) } : {}
    yield `<edge id="${i}" source="${from}" target="${to}" weight="${weight}" kind="${relation}">${values({ relation, ...said })}</edge>\n`
  }
  yield '</edges>\n</graph>\n</gexf>\n'
}

function values(of: Record<string, string | number | null>): string {
  const told = Object.entries(of).filter(([, value]) => value !== null && value !== '')
  return `<attvalues>${told.map(([name, value]) => `<attvalue for="${name}" value="${xmlAttribute(String(value))}"/>`).join('')}</attvalues>`
}

/** A theme's colour is its branch's when it has none. */
function colours({ actors, themes }: ExportContext['codebook']): (node: NetworkNode) => string {
  return ({ id, sort }) => {
    const own =
      sort === 'actor' ? actors.find((actor) => actor.id === id)?.hue : pathOf(themes, id).findLast(({ hue }) => hue !== null)?.hue
    const [, r, g, b] = /^#(..)(..)(..)$/.exec(own ? colourOfHue(own) : '#888888') ?? []
    const part = (hex = '88') => Number.parseInt(hex, 16)
    return `<viz:color r="${part(r)}" g="${part(g)}" b="${part(b)}"/>`
  }
}
