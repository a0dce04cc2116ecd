import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync } from 'node:zlib'
import { createArchiveReading } from '#/server/jobs/prepare-archive.ts'
import { createProjectReading } from '#/server/jobs/read-project.ts'
import { type Row, row } from '../row.ts'
import type { Canary } from './canary.ts'
import { hostileZip } from './hostile-zip.ts'

interface HostileProject {
  what: string
  bytes: Uint8Array
  /** Something harmless may come of it. */
  mayBeRead?: true
}

const MB = 1 << 20
const utf8 = (text: string) => new Uint8Array(Buffer.from(text))
const qde = (inside: string, prolog = '') =>
  `<?xml version="1.0"?>${prolog}<Project xmlns="urn:QDA-XML:project:1.0" name="x">${inside}</Project>`

function zipped({ url, file }: Canary): HostileProject[] {
  const zeros = Buffer.alloc(64 * MB)
  const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
  const project = (content: string) => hostileZip([{ name: 'project.qde', content }])
  const beside = (entry: Parameters<typeof hostileZip>[0][number]) => hostileZip([{ name: 'project.qde', content: qde('') }, entry])
  return [
    { what: 'a project with a name that leaves the folder', bytes: beside({ name: '../../../tmp/interline-evil', content: 'x' }) },
    { what: 'a project with a bomb beside it', bytes: beside({ name: 'sources/x.txt', content: zeros }) },
    { what: 'a project that is a bomb', bytes: hostileZip([{ name: 'project.qde', content: zeros, declared: 100 }]) },
    { what: 'a project of a billion laughs', bytes: project(qde('&l9;', `<!DOCTYPE p [<!ENTITY l0 "lol">${laughs}]>`)) },
    { what: 'a project with an entity that is a file', bytes: project(qde('&x;', `<!DOCTYPE p [<!ENTITY x SYSTEM "${file}">]>`)) },
    { what: 'a project with a document type from elsewhere', bytes: project(qde('', `<!DOCTYPE p SYSTEM "${url}/evil.dtd">`)) },
    { what: 'a project with codes 50,000 deep', bytes: project(qde('<CodeBook><Codes>'.concat('<Code name="a">'.repeat(50_000)))) },
    { what: 'a project that is cut off', bytes: project(qde('')).slice(0, -30) },
    {
      what: 'brat with a bomb for annotations',
      bytes: hostileZip([
        { name: 'a.ann', content: zeros },
        { name: 'a.txt', content: 'x' },
      ]),
    },
    {
      what: 'brat with a name that leaves the folder',
      bytes: hostileZip([{ name: '../../tmp/interline-evil.ann', content: 'T1\tX 0 1\tx' }]),
    },
    { what: 'a workbook with a bomb for a sheet', bytes: workbook(zeros) },
    { what: 'a workbook of a billion laughs', bytes: workbook(`<!DOCTYPE s [<!ENTITY l0 "lol">${laughs}]><worksheet>&l9;</worksheet>`) },
  ]
}

function workbook(sheet: string | Uint8Array): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const part = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`
  const rels = (inside: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  const sheets = '<sheets><sheet name="excerpts" sheetId="1" r:id="rId1"/></sheets>'
  return hostileZip([
    { name: '_rels/.rels', content: rels(part('rId1', 'officeDocument', 'xl/workbook.xml')) },
    { name: 'xl/_rels/workbook.xml.rels', content: rels(part('rId1', 'worksheet', 'worksheets/sheet1.xml')) },
    { name: 'xl/workbook.xml', content: `<workbook xmlns="${main}" xmlns:r="${relations}">${sheets}</workbook>` },
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
  ])
}

function databases(): HostileProject[] {
  const tables = ['documents', 'highlights', 'highlight_tags', 'tags']
    .map((name) => `create table ${name} (id integer, name text);`)
    .join('')
  const whole = database(tables)
  const spoiled = Uint8Array.from(whole)
  spoiled.fill(0xff, 100, 2000)
  const endless = 'with recursive n(id) as (select 1 union all select id + 1 from n) select id from n'
  return [
    { what: 'a database that is cut off', bytes: whole.slice(0, 3000) },
    { what: 'a database with a broken first page', bytes: spoiled },
    {
      what: 'a database whose table is an endless view',
      bytes: database(`${tables.replace('documents', 'papers')} create view documents as ${endless};`),
    },
    {
      what: 'a database whose cells are computed, 400 MB of digits each',
      bytes: database(`${tables.replace('name text', 'name text as (hex(zeroblob(200000000)))')} insert into documents (id) values (1);`),
      mayBeRead: true,
    },
    {
      what: 'a database whose trigger and schema are code',
      bytes: database(`${tables} create trigger t after insert on tags begin select load_extension('/tmp/evil'); end;`),
      mayBeRead: true,
    },
  ]
}

function database(sql: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'interline-hostile-'))
  try {
    const made = new DatabaseSync(join(folder, 'x'))
    made.exec(sql)
    made.close()
    return new Uint8Array(readFileSync(join(folder, 'x')))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function texts(): HostileProject[] {
  return [
    { what: 'JSON 200,000 deep', bytes: utf8('['.repeat(200_000)) },
    { what: 'JSON 200,000 deep that ends', bytes: utf8('['.repeat(200_000) + ']'.repeat(200_000)) },
    { what: 'JSON that is cut off', bytes: utf8('[{"data":{"text":"x"},"annotations":[{"result":[') },
    {
      what: 'a Label Studio export with offsets from nowhere',
      bytes: utf8(
        JSON.stringify([
          {
            data: { text: 'x' },
            annotations: [
              { result: [{ type: 'labels', from_name: 'a', to_name: 'b', value: { start: -1, end: 1e300, labels: ['__proto__'] } }] },
            ],
          },
        ]),
      ),
      mayBeRead: true,
    },
    { what: 'a table of one line of 30 MB', bytes: utf8(`document,quote\n"${'x'.repeat(30 * MB)}`), mayBeRead: true },
    { what: 'a table with 500,000 columns', bytes: utf8(`document,quote${',x'.repeat(500_000)}\n`), mayBeRead: true },
    {
      what: 'a table of formulas',
      bytes: utf8('document,quote,theme\n=HYPERLINK("http://evil.example"),"=cmd|\'/c calc\'!A1","+1"\n'),
      mayBeRead: true,
    },
    { what: 'something else altogether', bytes: Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256) },
  ]
}

/** Archives of workspaces. */
function archives(): HostileProject[] {
  const header =
    '#{"header":{"format":1,"made":"2026-01-01T00:00:00.000Z","version":"0.1.0","database":"server","schema":{"at":1,"name":"x"}}}\n'
  return [
    { what: 'an archive that unpacks to 500 MB of nothing', bytes: gzipSync(Buffer.alloc(500 * MB)) },
    { what: 'an archive with a row of 300 MB', bytes: gzipSync(Buffer.concat([utf8(header), Buffer.alloc(300 * MB, 'ab1')])) },
    { what: 'an archive that is JSON 100,000 deep', bytes: gzipSync(`#${'['.repeat(100_000)}\n`) },
    { what: 'an archive that ends after its beginning', bytes: gzipSync(header) },
    { what: 'an archive that is cut off', bytes: gzipSync(header.repeat(1000)).subarray(0, 60) },
    { what: 'an archive that is none', bytes: utf8('PK\x03\x04') },
  ]
}

/** Longest that a hostile file of a megabyte or ten may keep a process, s. */
const LONGEST_S = 125

/** Hostile projects, tables and archives through the processes that read them. */
export async function tryProjects(canary: Canary): Promise<Row[]> {
  const projects = createProjectReading()
  const folder = mkdtempSync(join(tmpdir(), 'interline-hostile-'))
  const reading = createArchiveReading()
  const read = (bytes: Uint8Array) => projects.read({ bytes, unsaid: 'theme' }, 'attacker')
  const readArchive = (bytes: Uint8Array) => {
    const file = join(folder, 'archive')
    writeFileSync(file, bytes)
    return reading.read({ file }, 'attacker')
  }
  try {
    const rows: Row[] = []
    for (const hostile of [...zipped(canary), ...databases(), ...texts()]) rows.push(await attempt(hostile, read))
    for (const hostile of archives()) rows.push(await attempt(hostile, readArchive))
    return rows
  } finally {
    await Promise.all([projects.stop(), reading.stop()])
    rmSync(folder, { recursive: true })
  }
}

async function attempt(
  { what, bytes, mayBeRead }: HostileProject,
  read: (bytes: Uint8Array) => Promise<{ ok: true } | { ok: false; message: string }>,
): Promise<Row> {
  const began = performance.now()
  const result = await read(bytes)
  const seconds = (performance.now() - began) / 1000
  const wrong = [
    ...(result.ok && !mayBeRead ? ['it was read'] : []),
    ...(!result.ok && !/^[A-Z].*\.$/.test(result.message) ? ['refused without a sentence'] : []),
    ...(seconds > LONGEST_S ? [`took ${seconds.toFixed(0)} s`] : []),
  ]
  const seen = `${result.ok ? 'nothing that could harm' : result.message} (${seconds.toFixed(1)} s)`
  return row(what, 1, mayBeRead ? 'nothing that harms, or refused in a sentence' : 'refused in a sentence', wrong, seen)
}
