import { openDesk, TEXT } from './support/desk.ts'
import { OFFLINE_NOISE } from './support/offline-noise.ts'
import { chooseMode, clickAfter, expectSaved, readText, saveState, showNew, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('work without a connection is kept, counted and sent later; others’ work meanwhile is kept too', async ({
  newBrowser,
  expectComplaints,
}) => {
  expectComplaints(OFFLINE_NOISE)
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const [tomas] = people
  await tagPassage(owner.page, { from: 'The Pentagon' }, [{ name: 'Pentagon', create: 'actor' }])
  await showNew(tomas!.page)
  await statementCard(tomas!.page, 'Pentagon, source').waitFor()

  await owner.context.setOffline(true)
  await chooseMode(owner.page, 'Edit text')
  await clickAfter(owner.page, 'on Monday')
  await owner.page.keyboard.type(' morning')
  await expect(saveState(owner.page)).toHaveText(/^Offline · \d+ changes? kept on this device$/)
  await chooseMode(owner.page, 'Tag')
  await tagPassage(owner.page, { from: 'around the clock' }, [{ name: 'Pentagon' }])

  await chooseMode(tomas!.page, 'Edit text')
  await clickAfter(tomas!.page, 'every call')
  await tomas!.page.keyboard.type(' within minutes')
  await expectSaved(tomas!.page)
  expect(await readText(tomas!.page)).not.toContain('Monday morning')

  await owner.context.setOffline(false)
  await expectSaved(owner.page)
  await showNew(tomas!.page)
  const both = TEXT.replace('on Monday', 'on Monday morning').replace('every call', 'every call within minutes')
  for (const { page } of [owner, tomas!]) {
    await expect.poll(() => readText(page)).toBe(both)
    await expect(statementCard(page, 'Pentagon, source')).toHaveCount(2)
  }
})

test('work of a page that was closed without a connection is sent when the document is opened again', async ({
  newBrowser,
  expectComplaints,
}) => {
  expectComplaints(OFFLINE_NOISE)
  const { owner, people, documentPath } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'viewer' }] })
  await owner.context.setOffline(true)
  await chooseMode(owner.page, 'Edit text')
  await clickAfter(owner.page, 'on Monday')
  await owner.page.keyboard.type(' evening')
  await expect(saveState(owner.page)).toHaveText(/kept on this device$/)
  await owner.page.close({ runBeforeUnload: false })
  expect(await readText(people[0]!.page)).toBe(TEXT)

  await owner.context.setOffline(false)
  const page = await owner.context.newPage()
  await page.goto(documentPath)
  await expectSaved(page)
  for (const open of [page, people[0]!.page]) await expect.poll(() => readText(open)).toBe(TEXT.replace('on Monday', 'on Monday evening'))
})
