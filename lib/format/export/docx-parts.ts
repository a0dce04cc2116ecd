import { xmlAttribute, xmlText } from '#/lib/format/codebook/xml-escape.ts'
import { LINE_BREAK } from '#/lib/text/block.ts'
import type { ZipEntry } from './zip-stream.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const STYLES: readonly [id: string, name: string, paragraph: string, run: string][] = [
  ['Title', 'Title', '<w:spacing w:after="120"/>', '<w:b/><w:bCs/><w:sz w:val="40"/><w:szCs w:val="40"/>'],
  ...([1, 2, 3, 4, 5, 6] as const).map((n): [string, string, string, string] => [
    `Heading${n}`,
    `heading ${n}`,
    `<w:keepNext/><w:spacing w:before="${n === 1 ? 360 : 240}" w:after="80"/><w:outlineLvl w:val="${n - 1}"/>`,
    `<w:b/><w:bCs/><w:sz w:val="${34 - 2 * n}"/><w:szCs w:val="${34 - 2 * n}"/>`,
  ]),
  ['Quote', 'Quote', '<w:spacing w:before="200" w:after="60"/><w:ind w:start="360"/>', ''],
  [
    'Details',
    'Details',
    '<w:spacing w:after="20"/><w:ind w:start="360"/>',
    '<w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
  ],
  ['CommentText', 'annotation text', '<w:spacing w:after="40"/>', '<w:sz w:val="20"/><w:szCs w:val="20"/>'],
]

export interface RunFormat {
  bold?: boolean
  italic?: boolean
  /** Grey: what stands round a passage. */
  muted?: boolean
  highlight?: boolean
  rtl?: boolean
}

/** A run of text (ECMA-376 part 1, 17.3.2). Line breaks are "\n" or U+2028. */
export function run(text: string, { bold, italic, muted, highlight, rtl }: RunFormat = {}): string {
  if (text === '') return ''
  const properties = [
    bold && '<w:b/><w:bCs/>',
    italic && '<w:i/><w:iCs/>',
    muted && '<w:color w:val="767676"/>',
    highlight && '<w:highlight w:val="yellow"/>',
    rtl && '<w:rtl/>',
  ].filter(Boolean)
  const words = text
    .replaceAll(LINE_BREAK, '\n')
    .split('\n')
    .map((line) => line && `<w:t xml:space="preserve">${xmlText(line)}</w:t>`)
  return `<w:r>${properties.length ? `<w:rPr>${properties.join('')}</w:rPr>` : ''}${words.join('<w:br/>')}</w:r>`
}

export function paragraph(
  content: string,
  { style, rtl, list }: { style?: string; rtl?: boolean; list?: { indent: number } } = {},
): string {
  const properties = [
    style && `<w:pStyle w:val="${style}"/>`,
    rtl && '<w:bidi/>',
    list && `<w:ind w:start="${360 * (list.indent + 1)}" w:hanging="240"/>`,
  ].filter(Boolean)
  return `<w:p>${properties.length ? `<w:pPr>${properties.join('')}</w:pPr>` : ''}${content}</w:p>`
}

/** A link, as a field: it needs no entry in a list of all links, which a stream could only write at its end. */
export function link(address: string, text: string): string {
  // Quotation marks would end the address within the instruction.
  const instruction = xmlAttribute(`HYPERLINK "${address.replaceAll('"', '%22').replaceAll('\\', '%5C')}"`)
  return `<w:fldSimple w:instr="${instruction}"><w:r><w:rPr><w:color w:val="1A56B0"/><w:u w:val="single"/></w:rPr><w:t>${xmlText(text)}</w:t></w:r></w:fldSimple>`
}

export function documentPart(body: AsyncIterable<string>): ZipEntry {
  return {
    path: 'word/document.xml',
    chunks: (async function* () {
      yield `${XML}<w:document xmlns:w="${WORD}"><w:body>`
      yield* body
      yield `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`
    })(),
  }
}

/** The part of all comments. @param comments `w:comment` elements */
export function commentsPart(comments: readonly string[]): ZipEntry {
  return {
    path: 'word/comments.xml',
    chunks: (function* () {
      yield `${XML}<w:comments xmlns:w="${WORD}">`
      yield* comments
      yield '</w:comments>'
    })(),
  }
}

/** The small parts that make it a document Word opens. */
export function packageParts(title: string, { comments }: { comments: boolean }): ZipEntry[] {
  const part = (path: string, text: string): ZipEntry => ({ path, chunks: [XML + text] })
  const related = (id: number, type: string, target: string) => `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const override = (name: string, type: string) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`
  return [
    part(
      'word/styles.xml',
      `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${STYLES.map(([id, name, p, r]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${p}</w:pPr>${r && `<w:rPr>${r}</w:rPr>`}</w:style>`).join('')}</w:styles>`,
    ),
    part(
      'word/_rels/document.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${related(1, 'styles', 'styles.xml')}${comments ? related(2, 'comments', 'comments.xml') : ''}</Relationships>`,
    ),
    part(
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Interline</dc:creator></cp:coreProperties>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${related(1, 'officeDocument', 'word/document.xml')}<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('document', 'document.main')}${override('styles', 'styles')}${comments ? override('comments', 'comments') : ''}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ),
  ]
}
