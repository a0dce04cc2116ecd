import { SaxesParser } from 'saxes'
import { checkXml } from '#/lib/format/import/check-xml.ts'
import { decodeText } from '#/lib/format/import/decode-text.ts'
import { type RefusedSource, refuse } from '#/lib/format/import/import-result.ts'
import { t } from '#/lib/message/t.ts'
import { guidOf } from './guid.ts'

/** A code as a file has it. */
export interface QdcCode {
  /** In lower case, without braces. */
  guid: string
  name: string
  isCodable: boolean
  colour: string | null
  description: string
  children: QdcCode[]
}

export interface QdcSet {
  name: string
  description: string
  /** Guids of its codes. */
  members: string[]
}

export interface QdcFile {
  ok: true
  origin: string
  codes: QdcCode[]
  sets: QdcSet[]
}

const MOST_CODES = 100_000
const NAMESPACE = /^urn:QDA-XML:codebook/i

class Refused extends Error {
  readonly refusal: RefusedSource
  constructor(refusal: RefusedSource) {
    super(refusal.message)
    this.refusal = refusal
  }
}

const corrupt = () => refuse('corrupt', t('This file is no XML that can be read. Export the codebook again and add the new copy.'))

/** The codes and sets of a REFI-QDA codebook, whatever version of it; nothing in it is expanded or fetched. */
export function parseQdc(bytes: Uint8Array): QdcFile | RefusedSource {
  const xml = decodeText(bytes).text.replace(/^\ufeff/, '')
  const wrong = checkXml(xml)
  if (wrong === 'doctype')
    return refuse('corrupt', t('This file has a document type, which no codebook has. Export the codebook again and add that.'))
  if (wrong) return refuse('too-complex', t('The codes of this file are nested too deep to read.'))
  try {
    return readXml(xml)
  } catch (error) {
    return error instanceof Refused ? error.refusal : corrupt()
  }
}

function readXml(xml: string): QdcFile {
  const file: QdcFile = { ok: true, origin: '', codes: [], sets: [] }
  const open: QdcCode[] = []
  let described: { description: string } | null = null
  let count = 0
  let depth = 0
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Refused(corrupt())
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    const attribute = (name: string) => attributes[name]?.value ?? ''
    if (depth++ === 0) file.origin = checkRoot(local, uri, attribute('origin'))
    else if (local === 'Code') {
      if (++count > MOST_CODES) throw new Refused(refuse('too-large', t('This file has more than {limit} codes.', { limit: MOST_CODES })))
      const code = codeOf(attribute)
      const siblings = open.at(-1)?.children ?? file.codes
      siblings.push(code)
      open.push(code)
    } else if (local === 'Set') file.sets.push({ name: attribute('name'), description: '', members: [] })
    else if (local === 'MemberCode') file.sets.at(-1)?.members.push(plainGuid(attribute('guid') || attribute('targetGUID')))
    else if (local === 'Description') described = open.at(-1) ?? file.sets.at(-1) ?? null
  })
  const addText = (text: string) => {
    if (described) described.description += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ local }) => {
    depth--
    if (local === 'Code') open.pop()
    if (local === 'Description') described = null
  })
  parser.write(xml).close()
  return file
}

function checkRoot(local: string, uri: string, origin: string): string {
  if (local === 'Project')
    throw new Refused(refuse('unsupported', t('This is a whole REFI-QDA project. Export its codebook alone, as QDC, and add that.')))
  if (local !== 'CodeBook' || !(uri === '' || NAMESPACE.test(uri)))
    throw new Refused(refuse('unsupported', t('This XML is no REFI-QDA codebook. Export the codebook as QDC and add that.')))
  return origin
}

function codeOf(attribute: (name: string) => string): QdcCode {
  const isCodable = !['false', '0'].includes(attribute('isCodable'))
  const guid = plainGuid(attribute('guid'))
  return { guid, name: attribute('name'), isCodable, colour: attribute('color') || null, description: '', children: [] }
}

function plainGuid(guid: string): string {
  return guidOf(guid) ?? guid.trim().toLowerCase()
}
