import { browserName } from '#/lib/access/browser-name.ts'
import { normalEmail } from '#/lib/access/email-address.ts'
import { localPath } from '#/lib/access/local-path.ts'
import { passwordWeakness } from '#/lib/access/password-weakness.ts'
import { cleanName, nameKey } from '#/lib/codebook/clean-name.ts'
import { nameFold } from '#/lib/codebook/name-fold.ts'
import { MentionIndex } from '#/lib/codebook/radar/mention-index.ts'
import { isWebAddress } from '#/lib/document/check-meta.ts'
import { fold } from '#/lib/excerpt/fold.ts'
import { parseResultsQuery } from '#/lib/excerpt/results-query.ts'
import { csvCells } from '#/lib/format/export/csv-record.ts'
import { exportFileName } from '#/lib/format/export/file-name.ts'
import { cleanSourceText } from '#/lib/format/import/clean-source-text.ts'
import { guessLanguage } from '#/lib/format/import/guess-language.ts'
import { isoDate } from '#/lib/format/import/iso-date.ts'
import { sniff } from '#/lib/format/import/sniff.ts'
import { initials } from '#/lib/person/initials.ts'
import { readAddress } from '#/lib/query/address.ts'
import { parseQuery } from '#/lib/query/parse.ts'
import { typedTerms } from '#/lib/query/typed-terms.ts'
import { IDS_ONLY } from '#/lib/query/vocabulary.ts'
import { countWords } from '#/lib/text/count-words.ts'
import { find } from '#/lib/text/find.ts'
import { linkTarget } from '#/lib/text/link-target.ts'
import { sessionIdOfCookies } from '#/server/auth/session-cookie.ts'
import { parseRoomName } from '#/server/collab/room-name.ts'
import { attachment } from '#/server/http/attachment.ts'
import type { Part, Row } from '../row.ts'
import { row } from '../row.ts'

const MOST_MS = 100
const LENGTH = 100_000

/** What makes an expression that backtracks go back and forth. */
const STRINGS: Record<string, string> = {
  letters: 'a'.repeat(LENGTH),
  'letters and a last sign': `${'a'.repeat(LENGTH)}!`,
  spaces: ' '.repeat(LENGTH),
  'spaces and a last letter': `${' '.repeat(LENGTH)}x`,
  'tabs and line ends': '\t\n'.repeat(LENGTH / 2),
  dots: '.'.repeat(LENGTH),
  'letters and dots': 'a.'.repeat(LENGTH / 2),
  'at signs': 'a@'.repeat(LENGTH / 2),
  slashes: `${'/'.repeat(LENGTH)}x`,
  backslashes: '\\'.repeat(LENGTH),
  brackets: '[('.repeat(LENGTH / 2),
  'quotation marks': '"'.repeat(LENGTH),
  'angle brackets': `<!--${'<'.repeat(LENGTH)}`,
  'comments that never end': '<!--'.repeat(LENGTH / 4),
  'per cent signs': '%'.repeat(LENGTH),
  digits: `${'1'.repeat(LENGTH)}x`,
  dates: '2024-'.repeat(LENGTH / 5),
  hyphens: `${'-'.repeat(LENGTH)}x`,
  'combining marks': `z${'\u0301'.repeat(LENGTH)}`,
  'an Arabic word': 'ـ'.repeat(LENGTH),
  'half surrogate pairs': '\ud800'.repeat(LENGTH),
  'a mix of scripts': 'aбعא'.repeat(LENGTH / 4),
}

const mentions = new MentionIndex()
mentions.set({ id: 'a', names: ['US', 'a a a', 'Iran', 'а б', 'ع'].map((name) => ({ name, from: null, until: null })) })
/** Everything that reads what people type, search for, name, send or open. */
const READERS: Record<string, (text: string) => unknown> = {
  'search box': typedTerms,
  'written query': (text) => parseQuery(text, IDS_ONLY),
  'query in an address': (text) => [
    readAddress(new URLSearchParams({ ask: text })),
    readAddress(new URLSearchParams({ q: text, actor: text, document: text, from: text })),
    parseResultsQuery(new URLSearchParams(`q=${text}`)),
  ],
  'find in a text': (text) => [
    find(`Words ${text.slice(0, 10_000)}`, text.slice(0, 500), { matchCase: false, wholeWords: true } as never),
    find(text.slice(0, 50_000), 'needle', {} as never),
  ],
  'folding for search': (text) => [fold(text), nameFold(text)],
  'names of actors and themes': (text) => [cleanName(text), nameKey(text), initials(text)],
  'mentions of actors': (text) => [
    mentions.find(text),
    new MentionIndex().set({ id: 'b', names: [{ name: text.slice(0, 200), from: null, until: null }] }),
  ],
  addresses: (text) => [isWebAddress(text), linkTarget(text), linkTarget(`https://${text}`)],
  'return addresses': (text) => [localPath(text), localPath(`/${text}`)],
  'e-mail addresses': (text) => [normalEmail(text), normalEmail(`a@${text}`)],
  passwords: (text) => passwordWeakness(text.slice(0, 256), 'a@example.org'),
  'names of browsers': browserName,
  dates: isoDate,
  'counting words': countWords,
  'guessing the language': (text) => guessLanguage(text),
  'text of a source': cleanSourceText,
  'the first bytes of a file': (text) => sniff(new Uint8Array(Buffer.from(text))),
  'file names': (text) => [exportFileName(text, 'excerpts', 0, 'csv'), attachment(text.toWellFormed())],
  'cells of a table': (text) => csvCells([text], true),
  'names of rooms': parseRoomName,
}

/** Strings against everything that reads them, and cells that a spreadsheet would run. */
export const stringsPart: Part = {
  name: 'strings',
  async run() {
    process.env.NEXTAUTH_SECRET ??= 'only for reading what is no cookie'
    const rows: Row[] = []
    for (const [reader, read] of Object.entries(READERS)) {
      const wrong: string[] = []
      let slowest = 0
      for (const [what, text] of Object.entries(STRINGS)) {
        const ms = cheapest(() => read(text))
        slowest = Math.max(slowest, ms)
        if (ms > MOST_MS) wrong.push(`${what}: ${ms.toFixed(0)} ms`)
      }
      rows.push(
        row(
          `strings that make expressions slow: ${reader}`,
          Object.keys(STRINGS).length,
          `each in ${MOST_MS} ms, for 100,000 characters`,
          wrong,
          `${slowest.toFixed(0)} ms at most`,
        ),
      )
    }
    rows.push(await forgedCookies(), formulaCells())
    return rows
  },
}

/** The machine does other things too: the quickest of three is what it costs. */
function cheapest(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < 3 && least > MOST_MS / 2; i++) {
    const began = performance.now()
    work()
    least = Math.min(least, performance.now() - began)
  }
  return least
}

async function forgedCookies(): Promise<Row> {
  const names = [
    'next-auth.session-token',
    '__Host-next-auth.session-token',
    '__Secure-next-auth.session-token',
    'next-auth.session-token.0',
  ]
  const wrong: string[] = []
  const values = Object.values(STRINGS).map((text) => text.slice(0, 4000))
  for (const name of names)
    for (const value of values) if ((await sessionIdOfCookies({ [name]: value })) !== null) wrong.push(`${name} of ${value.slice(0, 20)}`)
  return row('cookies that nobody gave out', names.length * values.length, 'no session', wrong, 'no session')
}

function formulaCells(): Row {
  const dangerous = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    "=cmd|'/c calc'!A1",
    '=HYPERLINK("http://evil.example")',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '"=1"',
    ' =1',
  ]
  const starts = /^"?[=+\-@\t\r＝＋－＠]/
  const wrong = dangerous.filter((cell) => starts.test(csvCells([cell], true)))
  return row('cells that a spreadsheet would run', dangerous.length, 'an apostrophe before them', wrong, 'escaped')
}
