import { openDesk, TEXT, TITLE } from './support/desk.ts'
import { inputMethod } from './support/ime.ts'
import {
  chooseMode,
  clickAfter,
  documentText,
  dragOver,
  expectSaved,
  readText,
  showNew,
  statementCard,
  tagPassage,
} from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('what an input method composes is written once, whatever others write meanwhile', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const { page } = owner
  const other = people[0]!.page
  await chooseMode(other, 'Edit text')
  await tagPassage(page, { from: 'hotline with Russia' }, [{ name: 'Hotline', create: 'theme' }])
  await showNew(other)
  await chooseMode(page, 'Edit text')
  const ime = await inputMethod(page)
  const texts = [page, other].map((each) => () => readText(each))
  const quotes = [page, other].map((each) => statementCard(each, 'Hotline, neutral').locator('.card__q'))

  // Inside a tagged passage: somebody writes in blocks before and after, then beside it.
  await clickAfter(page, 'hotline')
  await ime.compose('に')
  await ime.compose('にほん')
  await clickAfter(other, 'line stays')
  await other.keyboard.type(' wide')
  await clickAfter(other, 'Moscow')
  await other.keyboard.type(' itself')
  await expect.poll(texts[0]!).toContain('Moscow itself')
  await expect.poll(texts[1]!).toContain('hotlineにほん')
  await clickAfter(other, 'The Pentagon')
  await other.keyboard.type(' also')
  await expectSaved(other)
  await ime.compose('日本')
  await ime.commit('日本')
  await page.keyboard.type('!')
  const first = TEXT.replace(TITLE, 'The line stays wide open')
    .replace('Pentagon', 'Pentagon also')
    .replace('hotline', 'hotline日本!')
    .replace('Moscow', 'Moscow itself')
  for (const text of texts) await expect.poll(text).toBe(first)
  for (const quote of quotes) await expect(quote).toHaveText('“hotline日本! with Russia”')

  // In words without tags, where what is composed and what others write share one node of the page.
  await clickAfter(page, 'every call')
  await page.waitForTimeout(600) // typing within half a second is one step of undo
  await ime.compose('か')
  await ime.compose('かん')
  await clickAfter(other, 'officers')
  await other.keyboard.type(' always')
  await clickAfter(other, 'every call')
  await other.keyboard.type(' now')
  await other.waitForTimeout(300)
  await ime.compose('かんじ')
  await ime.compose('漢字')
  await ime.commit('漢字')
  for (const text of texts) {
    await expect.poll(text).toMatch(/officers always answer every call(漢字 now| now漢字), and/)
    expect(await text()).not.toMatch(/[かんじ]/)
  }
  await page.keyboard.press('Control+z')
  for (const text of texts)
    await expect.poll(text).toBe(first.replace('officers answer every call', 'officers always answer every call now'))
  await expectSaved(page)
})

test('composed words take the place of selected ones, and none are written in Tag mode', async ({ newBrowser }) => {
  const { owner } = await openDesk(newBrowser)
  const { page } = owner
  const ime = await inputMethod(page)
  await tagPassage(page, { from: 'hotline with Russia' }, [{ name: 'Hotline', create: 'theme' }])
  await ime.compose('خ')
  await ime.compose('خط')
  await ime.commit('خط')
  await expect.poll(() => readText(page)).toBe(TEXT)

  await chooseMode(page, 'Edit text')
  await dragOver(page, 'with')
  for (const word of ['م', 'مع', 'معَ']) await ime.compose(word)
  await ime.commit('معَ')
  await expect.poll(() => readText(page)).toBe(TEXT.replace('with', 'معَ'))
  await expect(statementCard(page, 'Hotline, neutral').locator('.card__q')).toHaveText('“hotline معَ Russia”')
  await page.keyboard.press('Enter')
  await ime.compose('ㅎ')
  await ime.compose('하')
  await ime.compose('한')
  await ime.commit('한')
  await ime.compose('ㄱ')
  await ime.compose('글')
  await ime.commit('글')
  await expect.poll(() => readText(page)).toBe(TEXT.replace('with', 'معَ\n한글'))
  await expect(documentText(page)).toBeFocused()
})
