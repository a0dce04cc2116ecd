// `npm run messages`: collects the texts of the interface into messages/en.json and says how far the translations are.
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { catalogueProblems } from './messages/catalogue-problems.ts'
import { collectMessages } from './messages/collect-messages.ts'

const ROOT = resolve(import.meta.dirname, '..')
const read = async (language: string): Promise<Record<string, string>> =>
  JSON.parse(await readFile(resolve(ROOT, `messages/${language}.json`), 'utf8'))
const write = (language: string, catalogue: Record<string, string>) =>
  writeFile(resolve(ROOT, `messages/${language}.json`), `${JSON.stringify(catalogue, null, 2)}\n`)

const texts = await collectMessages(ROOT)
await write('en', Object.fromEntries(texts.map((text) => [text, text])))
console.log(`messages/en.json: ${texts.length} texts`)

for (const language of ['ru', 'ar']) {
  const kept = await read(language)
  const said = texts.flatMap((text) => (kept[text] === undefined ? [] : [[text, kept[text]] as const]))
  await write(language, Object.fromEntries(said))
  const gone = Object.keys(kept).length - said.length
  console.log(
    `messages/${language}.json: ${said.length} of ${texts.length} translated${gone ? `, ${gone} taken out that nothing says any more` : ''}`,
  )
  for (const problem of catalogueProblems(language, Object.fromEntries(said))) {
    console.error(`  ${problem}`)
    process.exitCode = 1
  }
}
