import { blocksText, LINE_BREAK } from '#/lib/text/block.ts'
import { cases } from '#/tests/anchor-cases/cases.ts'
import { type MarkedText, parseMarked, renderMarked, settleMarks } from '#/tests/anchor-cases/marked-text.ts'
import { movePairs } from '#/tests/anchor-cases/move-pairs.ts'
import { pairs } from '#/tests/anchor-cases/pairs.ts'
import { caseHeading, casesHtml, readCases } from './support/case-page.ts'
import { CasePlayer } from './support/case-player.ts'
import { exportRecords } from './support/exports.ts'
import { importFiles, importRow } from './support/import-files.ts'
import { inviteLink } from './support/invite.ts'
import { OFFLINE_NOISE } from './support/offline-noise.ts'
import { createWorkspace, joinByLink, type Person, signUp } from './support/person.ts'
import { chooseMode, expectSaved, openDocument, saveState } from './support/reader.ts'
import { expect, test } from './support/test.ts'

const TITLE = 'Cases'

/** Of the cases of two people those in which most happens; all of them are played against the model. */
const AT_ONCE = [
  'both split at the same place',
  'one splits, the other types in what becomes the second half',
  'both join the same paragraphs',
  'one makes a heading, the other types',
  'one wraps into a list, the other into a deeper one and types',
  'both type at its end',
  'one types at its end, the other deletes its last word',
  'one deletes all of it, the other types inside: the new words remain',
  'both delete all of it and take it back: the words are there once',
  'one deletes words, the other puts a statement on them',
  'both replace all of it',
  'one puts an accent on its last letter, the other deletes that letter',
  'both move it, to different places',
  'one moves it, the other types at its end',
  'one moves it, the other makes its paragraph a heading',
  'one moves it, the other deletes it and takes that back: the words are there once',
]
const atOnce = [...pairs, ...movePairs].filter(({ name }) => AT_ONCE.includes(name))
const all = [...cases, ...atOnce]
const before = all.map((each) => parseMarked(each.before))

/** Which case shows what it should not: the right answer (of several the one given, or the first) and what is shown, by name. */
function wrong(shown: readonly MarkedText[], upTo: number): Record<string, { shown: string; right: string | undefined }> {
  const entries = all.slice(0, upTo).flatMap(({ name, after }, i) => {
    const text = shown[i] ? renderMarked(shown[i]) : 'nothing'
    // A page paints no sign where a detached statement was; how many there are is asked by itself.
    const right = [after].flat().map((answer) => settleMarks(answer).replace('⟦⟧', ''))
    return right.includes(text) ? [] : [[name, { shown: text, right: right[0] }] as const]
  })
  return Object.fromEntries(entries)
}

const expectShown = (people: readonly Person[], upTo: number) =>
  Promise.all(people.map(({ page }) => expect.poll(async () => wrong(await readCases(page), upTo), { timeout: 30_000 }).toEqual({})))

test('each case of the table, with real keys, mouse and clipboard', async ({ newBrowser, expectComplaints }) => {
  test.setTimeout(240_000)
  expectComplaints(OFFLINE_NOISE)
  expect(atOnce.map(({ name }) => name).sort()).toEqual([...AT_ONCE].sort())
  const context = await newBrowser()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const owner = await signUp(context, 'Maren Solberg')
  const workspaceId = await createWorkspace(owner, 'Syria desk')
  const other = await joinByLink(await newBrowser(), 'Tomas Vrba', await inviteLink(owner, workspaceId, 'editor'))
  const people = [owner, other]
  const players = people.map(({ page }) => new CasePlayer(page))

  await test.step('one imports the texts of all cases, both open them', async () => {
    await owner.page.goto(`/w/${workspaceId}/documents`)
    await importFiles(owner.page, [{ name: 'cases.html', bytes: new TextEncoder().encode(casesHtml(TITLE, before)) }])
    await importRow(owner.page, 'cases.html').getByRole('link').waitFor()
    for (const { page } of people) await openDocument(page, TITLE)
    expect((await readCases(owner.page)).map(renderMarked)).toEqual(before.map(({ blocks }) => renderMarked({ blocks, passage: null })))
  })

  const tagged = before.flatMap(({ passage }, i) => (passage && passage !== 'detached' ? [{ number: i, ...passage }] : []))
  await test.step('every passage is tagged', async () => {
    const [first, second, ...rest] = tagged
    await players[0]!.tagFirst(first!.number, first!.start, first!.end, { name: 'Case', create: 'theme' })
    await expect(other.page.getByRole('article', { name: 'Document text, 1 statement' })).toBeVisible()
    // The other puts statements too, later: they are like the one before.
    await players[1]!.tagFirst(second!.number, second!.start, second!.end, { name: 'Case' })
    for (const { number, start, end } of rest) await players[0]!.tag(number, start, end)
    await expect(owner.page.getByRole('article', { name: `Document text, ${tagged.length} statements` })).toBeVisible()
    await expectSaved(owner.page)
  })

  for (const { page } of people) await chooseMode(page, 'Edit text')
  for (const [i, { name, steps }] of cases.entries()) await test.step(name, () => players[0]!.play(i, steps))

  await test.step('both see every case as it should be', () => expectShown(people, cases.length))

  await test.step('both work without a connection, then meet', async () => {
    for (const person of people) await person.context.setOffline(true)
    await Promise.all(
      players.map(async (player, who) => {
        for (const [i, { a, b }] of atOnce.entries()) await player.play(cases.length + i, who === 0 ? a : b)
      }),
    )
    for (const { page } of people) await expect(saveState(page)).toHaveText(/kept on this device$/)
    for (const person of people) await person.context.setOffline(false)
    for (const { page } of people) await expectSaved(page)
    await expectShown(people, all.length)
  })

  await test.step('who reloads sees the same', async () => {
    for (const { page } of people) {
      await page.reload()
      await expectSaved(page)
    }
    await expectShown(people, all.length)
    const [shown, others] = await Promise.all(people.map(({ page }) => readCases(page)))
    expect(others!.map(renderMarked)).toEqual(shown!.map(renderMarked))
  })

  await test.step('the excerpts say the same', async () => {
    const { page } = owner
    const shown = await readCases(page)
    const detached = all.filter(({ after }) => [after].flat().every((answer) => answer.includes('⟦⟧'))).length
    await expect(page.getByRole('tab', { name: `Detached ${detached}` })).toBeVisible()
    await page.goto(`/w/${workspaceId}/excerpts?state=all`)
    await page.getByRole('button', { name: 'Export' }).click()
    const records = await exportRecords(page, () => page.getByRole('menuitem', { name: /CSV/ }).first().click())
    const anchored = records.filter(({ state }) => state === 'anchored')
    expect(anchored.map(({ quote, start_utf16, end_utf16 }) => [quote, Number(start_utf16), Number(end_utf16)])).toEqual(passages(shown))
    // The last words that were seen: of a passage deleted key by key these may be its first ones.
    const last = records.filter(({ state }) => state === 'detached').map(({ quote }) => quote ?? '')
    expect(last).toHaveLength(detached)
    for (const quote of last) expect(quote !== '' && 'Russia said the talks'.includes(quote), quote).toBe(true)
  })
})

/** The words of every passage as an export has them, and their offsets in the whole document, UTF-16. */
function passages(shown: readonly MarkedText[]): [words: string, start: number, end: number][] {
  let offset = 0
  return shown.flatMap(({ blocks, passage }, i) => {
    const text = blocksText(blocks)
    const begin = offset + caseHeading(i).length + 1
    offset = begin + text.length + 1
    if (!passage || passage === 'detached') return []
    return [[text.slice(passage.start, passage.end).replaceAll(LINE_BREAK, '\n'), begin + passage.start, begin + passage.end]]
  })
}
