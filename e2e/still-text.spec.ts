import { openDesk } from './support/desk.ts'
import { chooseMode, documentText, dragOver, expectSaved, fillPopover, statementCard, tagPassage, tagPopover } from './support/reader.ts'
import { watchText } from './support/still-text.ts'
import { expect, test } from './support/test.ts'

test('nothing that is done to the text or arrives from others moves a character of it', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'editor' }] })
  const { page } = owner
  const other = people[0]!.page
  const expectStill = await watchText(page)

  await dragOver(page, 'hotline with Russia is open')
  await expect(tagPopover(page)).toBeVisible()
  await expectStill('selecting')
  await fillPopover(page, [{ name: 'Hotline', create: 'theme' }])
  const mine = statementCard(page, 'Hotline, neutral')
  await expect(mine).toBeVisible()
  await expectStill('tagging')

  await tagPassage(other, { from: 'with Russia', to: 'around the clock' }, [{ name: 'Overlap', create: 'theme' }])
  await tagPassage(other, { from: 'every call' }, [{ name: 'Answers', create: 'theme' }])
  await expect(documentText(page).locator('.tg', { hasText: 'every call' })).toBeVisible()
  await expectStill('statements of somebody else')

  const passage = documentText(page).locator('.tg', { hasText: 'hotline' }).first()
  await passage.hover()
  await expect(documentText(page).locator('.tg.is-back').first()).toBeVisible()
  await expectStill('hovering a passage')
  await passage.click()
  await expect(page.getByRole('slider', { name: 'Passage end' })).toBeVisible()
  await expectStill('selecting a statement')
  await documentText(page).press('e')
  await expect(page.getByRole('dialog', { name: 'Change statement' })).toBeVisible()
  await expectStill('opening the popover on a statement')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  const work = page.locator('.work')
  for (const marking of ['underline', 'margin', 'highlight']) {
    await documentText(page).press('y')
    await expect(work).toHaveAttribute('data-marking', marking)
    await expectStill(`marking: ${marking}`)
  }
  await chooseMode(other, 'Edit text')
  await documentText(other).click()
  await expect(page.locator('.caret')).toHaveCount(1)
  await expectStill('the caret of somebody else')
  await chooseMode(page, 'Edit text')
  await expectStill('Edit mode')
  await chooseMode(page, 'Tag')
  await expectStill('Tag mode')
})

test('clicking on widens to word, sentence and paragraph; the ends of a passage go by characters and by words', async ({ newBrowser }) => {
  const { owner } = await openDesk(newBrowser, {
    text: 'Calls\nThe line rang twice on Sunday. Nobody said who had called. The duty officer wrote it down.',
  })
  const { page } = owner
  const selected = async () => (await documentText(page).locator('.sel').allTextContents()).join('')
  const place = await documentText(page).evaluate((doc) => {
    const words = doc.querySelector('p')!.firstChild as Text
    const range = document.createRange()
    range.setStart(words, words.data.indexOf('said') + 1)
    range.setEnd(words, words.data.indexOf('said') + 2)
    const { left, top, height } = range.getBoundingClientRect()
    return { x: left + 1, y: top + height / 2 }
  })
  for (const [clickCount, words] of [
    [2, 'said'],
    [3, 'Nobody said who had called.'],
    [4, 'The line rang twice on Sunday. Nobody said who had called. The duty officer wrote it down.'],
  ] as const) {
    await page.mouse.click(place.x, place.y, { clickCount })
    await expect.poll(selected).toBe(words)
    await expect(tagPopover(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }

  await tagPassage(page, { from: 'Nobody said' }, [{ name: 'Silence', create: 'theme' }])
  const card = statementCard(page, 'Silence, neutral')
  await card.locator('.card__q').click()
  const end = page.getByRole('slider', { name: 'Passage end' })
  await end.focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(documentText(page)).toBeFocused()
  await expect(card.locator('.card__q')).toHaveText('“Nobody said who”')
  await expectSaved(page)
})
