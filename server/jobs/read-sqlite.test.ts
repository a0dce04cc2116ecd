import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { readForeignProject } from '#/lib/format/project/read-project.ts'
import { readyProject } from './ready-project.ts'
import { withSqlite } from './with-sqlite.ts'

/** A database as bytes. */
function database(sql: string, fill?: (database: DatabaseSync) => void): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'interline-test-'))
  const path = join(folder, 'x.sqlite3')
  const made = new DatabaseSync(path)
  made.exec(sql)
  fill?.(made)
  made.close()
  const bytes = readFileSync(path)
  rmSync(folder, { recursive: true })
  return new Uint8Array(bytes)
}

async function read(bytes: Uint8Array, unsaid: 'actor' | 'theme' = 'theme') {
  const project = await readForeignProject(bytes, unsaid, { withSqlite })
  if (!project.ok) throw new Error(project.message)
  return readyProject(project, unsaid)
}

const TAGUETTE = `
  create table users (login text primary key, hashed_password text);
  create table projects (id integer primary key, name text, description text);
  create table documents (id integer primary key, name text, description text, filename text, created datetime, project_id integer,
    text_direction text, contents text);
  create table tags (id integer primary key, project_id integer, path text, description text);
  create table highlights (id integer primary key, document_id integer, start_offset integer, end_offset integer, snippet text);
  create table highlight_tags (highlight_id integer, tag_id integer, primary key (highlight_id, tag_id));
  insert into projects values (1, 'Hotline', 'What was said of the line.');
  insert into tags values (1, 1, 'people/military', 'Who bears arms'), (2, 1, 'ceasefire', ''), (3, 1, 'people', 'Anybody');`
const PAGE =
  '<h1>Сводка &amp; 😀 news</h1>\n<p>The  minister said\n <strong>talks</strong> would <em>resume</em>.</p>\n\n<ul>\n<li>Россия заявила</li>\n<li>قال المتحدث<br>نعم</li></ul>'
/** What Taguette counts: the text between the tags. */
const COUNTED = 'Сводка & 😀 news\nThe  minister said\n talks would resume.\n\n\nРоссия заявила\nقال المتحدثنعم'
const bytesTo = (at: number) => new TextEncoder().encode(COUNTED.slice(0, at)).length

test('a Taguette project comes in exactly, though it counts bytes', async () => {
  const passages = ['😀 news', 'minister said\n talks', 'Россия', 'المتحدث']
  const project = await read(
    database(TAGUETTE, (made) => {
      made.prepare("insert into documents values (7, 'Briefing', 'Second reading', 'briefing.docx', '', 1, 'LEFT_TO_RIGHT', ?)").run(PAGE)
      for (const [i, passage] of passages.entries()) {
        const at = COUNTED.indexOf(passage)
        made.prepare("insert into highlights values (?, 7, ?, ?, '')").run(i + 1, bytesTo(at), bytesTo(at + passage.length))
        made.prepare('insert into highlight_tags values (?, ?)').run(i + 1, 1 + (i % 3))
      }
      made.exec("insert into highlights values (90, 7, 0, 4, '')")
    }),
  )
  expect(project.name).toBe('Hotline')
  expect(project.memo).toBe('What was said of the line.')
  expect(project.documents[0]?.memo).toBe('Second reading')
  expect(project.book.themes.map(({ name, definition }) => [name, definition])).toEqual([
    ['ceasefire', undefined],
    ['people', 'Anybody'],
    ['military', 'Who bears arms'],
  ])
  const [document] = project.documents
  expect(document?.text).toBe('Сводка & 😀 news\nThe minister said talks would resume.\nРоссия заявила\nقال المتحدث\u2028نعم')
  expect(document?.statements.map(({ quote }) => quote.exact)).toEqual(['😀 news', 'minister said talks', 'Россия', 'المتحدث'])
  expect(document?.statements[0]?.themes).toHaveLength(1)
  expect(project.notes).toEqual(['Highlights without a tag are left out: 1.'])
})

const DNA = `
  create table documents (ID integer primary key, Title text, Text text, Coder integer, Author text, Source text, Section text, Notes text,
    Type text, Date integer);
  create table coders (ID integer primary key, Name text, Password text);
  create table statementtypes (ID integer primary key, Label text);
  create table variables (ID integer primary key, Variable text, DataType text, StatementTypeId integer);
  create table statements (ID integer primary key, StatementTypeId integer, DocumentId integer, Start integer, Stop integer, Coder integer);
  create table entities (ID integer primary key, VariableId integer, Value text, Red integer, ChildOf integer);
  create table datashorttext (StatementId integer, VariableId integer, Entity integer);
  create table databoolean (StatementId integer, VariableId integer, Value integer);
  create table datalongtext (StatementId integer, VariableId integer, Value text);
  create table datainteger (StatementId integer, VariableId integer, Value integer);
  insert into coders values (1, 'Maren', 'secret-hash');
  insert into variables values (1, 'person', 'short text', 1), (2, 'organization', 'short text', 1), (3, 'concept', 'short text', 1),
    (4, 'agreement', 'boolean', 1), (5, 'remark', 'long text', 1);
  insert into documents values (1, 'Floor debate', ?1, 1, 'A. Clerk', 'Hansard', '', 'check', 'debate', 1709251200);
  `

test('a database of Discourse Network Analyzer: who says it, what, and for or against', async () => {
  const text = 'Mr. X 😀 said:\r\nthe line must stay open. Ms. Y: no.'
  const first = text.indexOf('the line')
  const project = await read(
    database(DNA.replace('?1', `'${text}'`), (made) => {
      made.exec(`
        insert into entities values (1, 1, 'Mr. X', 0, null), (2, 2, 'Ministry', 0, null), (3, 3, 'Hotline', 0, null), (4, 1, 'Ms. Y', 0, 0),
          (5, 3, 'Hotline: daily', 0, 3), (6, 1, '', 0, null);
        insert into statements values (1, 1, 1, ${first}, ${first + 24}, 1), (2, 1, 1, ${text.indexOf('no.')}, ${text.length}, 1);
        insert into datashorttext values (1, 1, 1), (1, 2, 2), (1, 3, 3), (2, 1, 4), (2, 2, 6), (2, 3, 5);
        insert into databoolean values (1, 4, 1), (2, 4, 0);
        insert into datalongtext values (1, 5, 'under oath'), (2, 5, '');`)
    }),
  )
  const nameOf = new Map([...project.book.actors, ...project.book.themes].map(({ key, name }) => [key, name]))
  const [document] = project.documents
  expect(document?.meta).toMatchObject({
    title: 'Floor debate',
    outlet: 'Hansard',
    author: 'A. Clerk',
    kind: 'debate',
    publishedOn: '2024-03-01',
  })
  expect(
    document?.statements.map(({ quote, actors, themes, memo }) => ({
      quote: quote.exact,
      actors: actors.map(({ key, role }) => `${role} ${nameOf.get(key)}`),
      themes: themes.map(({ key, stance }) => `${stance} ${nameOf.get(key)}`),
      memo,
    })),
  ).toEqual([
    { quote: 'the line must stay open.', actors: ['source Mr. X', 'source Ministry'], themes: ['supports Hotline'], memo: 'under oath' },
    { quote: 'no.', actors: ['source Ms. Y'], themes: ['opposes Hotline: daily'], memo: '' },
  ])
  expect(project.book.themes[1]).toMatchObject({ parentKey: '3' })
  expect(JSON.stringify(project.book)).not.toContain('secret')
  expect(document?.memo).toBe('check')
})

test.each([
  ['cut short', database(TAGUETTE).subarray(0, 5000), 'corrupt', 'damaged'],
  ['of something else', database('create table songs (id integer)'), 'unsupported', 'neither a Taguette project'],
  ['with nothing in it', database(TAGUETTE.slice(0, TAGUETTE.indexOf('insert'))), 'empty', 'neither documents nor tags'],
  [
    'with code for tables',
    database(
      TAGUETTE.slice(0, TAGUETTE.indexOf('insert')).replace(
        'create table documents (',
        'create table stuff (id integer); create view documents as with recursive n(i) as (select 1 union all select i + 1 from n) select i as id from n; create table papers (',
      ),
    ),
    'unsupported',
    'neither a Taguette project',
  ],
  [
    'with computed cells',
    database(
      `${TAGUETTE.replace('contents text)', 'contents text as (hex(zeroblob(400000000))))')} insert into documents (id, name) values (1, 'x');`,
    ),
    'no-text',
    '',
  ],
] as const)('a database %s says so in a sentence', async (_, bytes, reason, words) => {
  const answer = await readForeignProject(bytes, 'theme', { withSqlite })
  if (reason === 'no-text')
    expect(answer.ok && readyProject(answer, 'theme').notes).toContain('Documents left out because they have no text: 1.')
  else expect(answer).toMatchObject({ ok: false, reason, message: expect.stringContaining(words) })
})
