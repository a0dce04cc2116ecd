import { tinyPdf } from '#/tests/support/tiny-pdf.ts'
import type { Canary } from './canary.ts'
import { hostileZip } from './hostile-zip.ts'
import { paragraph, word, wordEntries } from './word.ts'

export interface HostileFile {
  what: string
  fileName: string
  bytes: Uint8Array
  /** `refused`: nothing may come of it; `plain`: plain blocks with safe links, or a refusal; `text`: a text must come of it. */
  outcome: 'refused' | 'plain' | 'text'
  /** Takes long: left out of the short form. */
  isSlow?: true
  /** Words that the person who added it must be told. */
  told?: RegExp
}

const utf8 = (text: string) => new Uint8Array(Buffer.from(text))
const MB = 1 << 20

/** Every hostile file, by group. */
export function hostileFiles(canary: Canary): Record<string, HostileFile[]> {
  return { zip: zips(), xml: xmls(canary), html: htmls(canary), docx: words(canary), pdf: pdfs(canary), text: texts() }
}

function zips(): HostileFile[] {
  const body = wordEntries(paragraph('Words.'))
  const zip = (what: string, bytes: Uint8Array, outcome: HostileFile['outcome'] = 'refused'): HostileFile => {
    return { what, fileName: 'a.docx', bytes, outcome }
  }
  const zeros = Buffer.alloc(64 * MB)
  return [
    zip('a name that leaves the folder', hostileZip([...body, { name: '../../../../tmp/interline-evil', content: 'x' }])),
    zip('an absolute name', hostileZip([...body, { name: '/etc/cron.d/evil', content: 'x' }])),
    zip('a name with a drive', hostileZip([...body, { name: 'C:\\evil.exe', content: 'x' }])),
    zip('a symbolic link', hostileZip([...body, { name: 'word/media/x', content: '/etc/passwd', isLink: true }])),
    zip('a bomb that says what it is (64 MB of nothing)', hostileZip([...body, { name: 'word/media/image1.png', content: zeros }])),
    zip('a bomb that says it is small', hostileZip([...body, { name: 'word/media/image1.png', content: zeros, declared: 1000 }])),
    zip(
      'a bomb as the document itself',
      hostileZip([...body.filter(({ name }) => name !== 'word/document.xml'), { name: 'word/document.xml', content: zeros }]),
    ),
    zip(
      'fifty thousand entries',
      hostileZip([...body, ...Array.from({ length: 50_000 }, (_, i) => ({ name: `word/x${i}`, content: '' }))]),
    ),
    zip(
      'an archive in an archive',
      hostileZip([...body, { name: 'word/embeddings/inner.zip', content: hostileZip([{ name: 'x', content: zeros }]) }]),
      'plain',
    ),
    zip('an archive that is cut off', word(paragraph('Words.')).slice(0, -30)),
    zip('the same name twice', hostileZip([...body, ...wordEntries(paragraph('Others.'))]), 'plain'),
  ]
}

function xmls({ url, file }: Canary): HostileFile[] {
  const docx = (what: string, body: string, prolog = ''): HostileFile => ({
    what,
    fileName: 'a.docx',
    bytes: word(body, [], prolog),
    outcome: 'refused',
  })
  const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
  return [
    docx('billion laughs', paragraph('&l9;'), `<!DOCTYPE w [<!ENTITY l0 "lol">${laughs}]>`),
    docx('an entity that is a file', paragraph('&x;'), `<!DOCTYPE w [<!ENTITY x SYSTEM "${file}">]>`),
    docx('a document type from elsewhere', paragraph('x'), `<!DOCTYPE w SYSTEM "${url}/evil.dtd">`),
    docx('elements 20,000 deep', '<w:tbl><w:tr><w:tc>'.repeat(20_000) + '</w:tc></w:tr></w:tbl>'.repeat(20_000)),
    { ...docx('a million elements', '<w:p/>'.repeat(1_000_000)), outcome: 'plain', isSlow: true },
    { ...docx('a hundred thousand paragraphs (10 s in the stock reader)', paragraph('x').repeat(100_000)), outcome: 'plain', isSlow: true },
  ]
}

function htmls({ url }: Canary): HostileFile[] {
  const js = 'java\tscript:alert(1)'
  const parts: Record<string, string> = {
    'scripts and handlers': `<script src="${url}/x.js">alert(1)</script><img src=x onerror=alert(1)><body onload=alert(1)><p onclick="alert(1)">Words</p>`,
    'addresses that are scripts': `<a href="javascript:alert(1)">a</a> <a href="${js}">b</a> <a href=" &#106;avascript:alert(1)">c</a> <a href="data:text/html,<script>alert(1)</script>">d</a> <a href="vbscript:x">e</a>`,
    'SVG and MathML': `<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)"><text>x</text></a></svg><math><mtext><img src=x onerror=alert(1)></mtext></math><p>Words</p>`,
    mutation: `<noscript><p title="</noscript><img src=x onerror=alert(1)>">Words</p></noscript><math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>Words</p>`,
    'styles that load': `<style>@import "${url}/x.css"; body{background:url(${url}/y.png)}</style><link rel=stylesheet href="${url}/z.css"><p style="background:url(${url}/s.png)">Words</p>`,
    'frames, forms, objects': `<iframe srcdoc="<script>alert(1)</script>"></iframe><iframe src="${url}/f"></iframe><object data="${url}/o"></object><embed src="${url}/e"><form action="${url}/p"><input name=a autofocus onfocus=alert(1)></form><p>Words</p>`,
    'base and refresh': `<base href="javascript:alert(1)//"><meta http-equiv=refresh content="0;url=javascript:alert(1)"><p><a href="x">Words</a></p>`,
    'a million tags': `<p>Words</p>${'<b>'.repeat(1_000_000)}`,
    'a hundred thousand levels': `${'<div>'.repeat(100_000)}Words`,
  }
  const slow = new Set(['a million tags', 'a hundred thousand levels'])
  return Object.entries(parts).map(([what, html]) => ({
    ...(slow.has(what) && { isSlow: true as const }),
    what,
    fileName: 'a.html',
    bytes: utf8(`<!doctype html><html><head><title>T</title></head><body>${html}</body></html>`),
    outcome: 'plain',
  }))
}

function words({ url, file }: Canary): HostileFile[] {
  const drawing = (id: string) =>
    `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:link="${id}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  const linked = (target: string) =>
    word(`<w:p><w:hyperlink r:id="r1"><w:r><w:t>Words</w:t></w:r></w:hyperlink></w:p>`, [['hyperlink', target]])
  const docx = (what: string, bytes: Uint8Array, told?: RegExp): HostileFile => ({
    what,
    fileName: 'a.docx',
    bytes,
    outcome: 'text',
    ...(told && { told }),
  })
  return [
    docx(
      'macros',
      hostileZip([...wordEntries(paragraph('Words.')), { name: 'word/vbaProject.bin', content: 'AutoOpen' }]),
      /Macros were left out/,
    ),
    docx(
      'embedded objects',
      hostileZip([...wordEntries(paragraph('Words.')), { name: 'word/embeddings/oleObject1.bin', content: 'x' }]),
      /Embedded objects were left out/,
    ),
    docx(
      'a picture that is kept elsewhere',
      word(paragraph('Words.') + drawing('r1'), [['image', `${url}/a.png`]]),
      /kept elsewhere were left out/,
    ),
    docx(
      'a picture that is a file of the server',
      word(paragraph('Words.') + drawing('r1'), [['image', file]]),
      /kept elsewhere were left out/,
    ),
    docx(
      'a template from elsewhere',
      word(paragraph('Words.'), [['attachedTemplate', `${url}/evil.dotm`]]),
      /kept elsewhere were left out/,
    ),
    docx('a link that is a script', linked('javascript:alert(1)')),
    docx('a link to a file', linked(file)),
    docx('a link to a share (credentials leak)', linked('file://evil.example/share')),
    docx(
      'a field that fetches',
      word(
        `${paragraph('Words.')}<w:p><w:fldSimple w:instr="INCLUDETEXT ${url}/x"><w:r><w:t>x</w:t></w:r></w:fldSimple><w:r><w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText></w:r></w:p>`,
      ),
    ),
  ]
}

function pdfs({ url, file }: Canary): HostileFile[] {
  const plain = Buffer.from(tinyPdf({ pages: [[{ x: 50, y: 700, text: 'Words of a page.' }]] })).toString('latin1')
  const withCatalog = (extra: string) => new Uint8Array(Buffer.from(plain.replace('/Type /Catalog', `/Type /Catalog ${extra}`), 'latin1'))
  const told = /Scripts, actions and attached files/
  const pdf = (what: string, bytes: Uint8Array, outcome: HostileFile['outcome'] = 'text', tell: RegExp | null = told): HostileFile => {
    return { what, fileName: 'a.pdf', bytes, outcome, ...(tell && { told: tell }) }
  }
  return [
    pdf('a script on opening', withCatalog('/OpenAction << /S /JavaScript /JS (app.launchURL("x")) >>')),
    pdf('a program on opening', withCatalog('/OpenAction << /S /Launch /F (cmd.exe) >>')),
    pdf('a form that is sent', withCatalog(`/AA << /WC << /S /SubmitForm /F (${url}/p) >> >>`)),
    pdf('a file inside', withCatalog('/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 1 0 R >> /Type /EmbeddedFile >>] >> >>')),
    pdf('an address on opening', withCatalog(`/OpenAction << /S /URI /URI (${url}/u) >>`), 'text', null),
    pdf('a form of a file of the server', withCatalog(`/OpenAction << /S /ImportData /F (${file}) >>`)),
    pdf(
      'a page tree that is its own child',
      new Uint8Array(Buffer.from(plain.replace('/Kids [5 0 R]', '/Kids [2 0 R]'), 'latin1')),
      'plain',
      null,
    ),
    pdf(
      'a font that runs code (CVE-2024-4367)',
      new Uint8Array(
        Buffer.from(
          plain.replace('/Subtype /Type1', '/Subtype /Type1 /FontMatrix [1 2 3 4 5 (1\\); globalThis.pwned = true; //)]'),
          'latin1',
        ),
      ),
      'plain',
      null,
    ),
    pdf('ten million pages, it says', new Uint8Array(Buffer.from(plain.replace('/Count 1', '/Count 10000000'), 'latin1')), 'plain', null),
  ]
}

function texts(): HostileFile[] {
  const txt = (what: string, text: string | Uint8Array, fileName = 'a.txt'): HostileFile => {
    return { what, fileName, bytes: typeof text === 'string' ? utf8(text) : text, outcome: 'text' }
  }
  return [
    txt('a name that turns its direction', 'Words.', 'report‮fdp.txt'),
    txt('a name that is a path', 'Words.', '../../../etc/passwd'),
    txt('NUL and control characters', `Words.\n${'a\0b\x07c\x1b[31m '.repeat(3)}${'words and more of them '.repeat(30)}`),
    txt('half surrogate pairs', new Uint8Array(Buffer.from(`\ufeff${'Words \ud800 and \udc00 more. '.repeat(20)}`, 'utf16le'))),
    txt('a word of a megabyte', `Words ${'x'.repeat(MB)} end.`),
    txt('a line of ten megabytes', 'words and more '.repeat(700_000)),
    txt('a million lines', 'x\n'.repeat(1_000_000)),
    txt('combining marks without end', `Words ${'z\u0301\u0302\u0303'.repeat(100_000)}`),
    {
      ...txt(
        'links in Markdown that are scripts',
        '# T\n\n[a](javascript:alert(1)) ![b](file:///etc/passwd) <img src=x onerror=alert(1)> [c](data:text/html,x)',
      ),
      fileName: 'a.md',
    },
    { ...txt('ten thousand quotes in Markdown', `${'> '.repeat(10_000)}Words`), fileName: 'a.md', outcome: 'plain' },
    { ...txt('brackets without end in Markdown', `Words ${'[a]('.repeat(50_000)}`), fileName: 'a.md', outcome: 'plain' },
    { ...txt('stars without end in Markdown', `Words ${'*a_'.repeat(50_000)}`), fileName: 'a.md', outcome: 'plain' },
  ]
}
