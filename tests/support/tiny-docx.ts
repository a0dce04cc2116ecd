import { tinyZip } from './tiny-zip.ts'

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

export interface TinyDocx {
  /** WordprocessingML inside `<w:body>`. */
  body: string
  /** Inside `<w:footnotes>`, `<w:comments>`, `<w:hdr>`. */
  footnotes?: string
  comments?: string
  header?: string
  /** Target of each hyperlink relationship, by id. */
  links?: Readonly<Record<string, string>>
  title?: string
  creator?: string
}

/** A paragraph of one run, with a style id (Heading1, Quote ...) when given. */
export function wordParagraph(text: string, style?: string): string {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}

/** A Word document of the parts that an importer looks at, for tests. */
export function tinyDocx({ body, footnotes, comments, header, links = {}, title = '', creator = '' }: TinyDocx): Uint8Array {
  const parts = { footnotes, comments, header1: header }
  const present = Object.entries(parts).filter(([, xml]) => xml !== undefined)
  const relations = present.map(
    ([name]) => `<Relationship Id="r-${name}" Type="${OFFICE}/${name.replace(/\d/, '')}" Target="${name}.xml"/>`,
  )
  const hyperlinks = Object.entries(links).map(
    ([id, target]) => `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${target}" TargetMode="External"/>`,
  )
  const style = (id: string, name: string) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  const root: Readonly<Record<string, string>> = { header1: 'hdr' }
  return tinyZip({
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator></cp:coreProperties>`,
    'word/document.xml': `${XML}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': `${XML}<w:styles ${W}>${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}${style('Quote', 'Quote')}</w:styles>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r-styles" Type="${OFFICE}/styles" Target="styles.xml"/>${relations.join('')}${hyperlinks.join('')}</Relationships>`,
    ...Object.fromEntries(
      present.map(([name, xml]) => [`word/${name}.xml`, `${XML}<w:${root[name] ?? name} ${W}>${xml}</w:${root[name] ?? name}>`]),
    ),
  })
}
