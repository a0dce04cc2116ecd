import { openDesk } from './support/desk.ts'
import { dragOver, expectSaved, showNew, statementCard, tagPassage, tagPopover } from './support/reader.ts'
import { expect, test } from './support/test.ts'
import { undoFromToast } from './support/undo-from-toast.ts'

test('a commenter and a coder discuss a statement live; it is settled, and outlives the statement', async ({ newBrowser }) => {
  const { owner, people } = await openDesk(newBrowser, {
    members: [
      { name: 'Layla Haddad', role: 'coder' },
      { name: 'Ines Okafor', role: 'commenter' },
    ],
  })
  const [coder, commenter] = [people[0]!.page, people[1]!.page]
  await tagPassage(coder, { from: 'hotline with Russia' }, [{ name: 'Hotline', create: 'theme' }])
  await expectSaved(coder)
  const card = (page: typeof coder) => statementCard(page, 'Hotline, neutral')

  // A commenter comments, with the keyboard alone, and can do nothing else.
  await dragOver(commenter, 'around the clock')
  await commenter.keyboard.press('t')
  await expect(tagPopover(commenter)).toHaveCount(0)
  await commenter.keyboard.press('Escape')
  await commenter.keyboard.press('j')
  await commenter.keyboard.press('c')
  const field = (page: typeof coder, name = 'Reply') => card(page).getByRole('textbox', { name })
  await expect(field(commenter, 'Comment')).toBeFocused()
  await commenter.keyboard.type('Who says so, @lay')
  await expect(card(commenter).getByRole('option', { name: 'Layla Haddad' })).toBeVisible()
  await commenter.keyboard.press('Enter')
  await commenter.keyboard.type('?')
  // A reload loses nothing of it.
  await commenter.reload()
  await card(commenter).click()
  await expect(field(commenter, 'Comment')).toHaveValue('Who says so, @Layla Haddad ?')
  await field(commenter, 'Comment').press('Control+Enter')
  await expect(card(commenter).getByText('1 comment', { exact: true })).toBeVisible()
  await expect(field(commenter)).toHaveValue('')

  // The coder hears of it without doing anything, answers, asks the commenter, and settles it.
  const tab = coder.getByRole('tab', { name: /^Comments 1/ })
  await expect(tab.getByLabel('1 new')).toBeVisible()
  await card(coder).click()
  await expect(card(coder).getByText('Who says so, @Layla Haddad ?')).toBeVisible()
  await expect(tab.getByLabel('1 new')).toHaveCount(0)
  await field(coder).fill('The Pentagon, on Monday.')
  await field(coder).press('Control+Enter')
  await expect(card(commenter).getByText('The Pentagon, on Monday.')).toBeVisible()
  await card(coder).getByRole('button', { name: 'Ask somebody to settle this' }).click()
  await coder.getByRole('menuitemradio', { name: 'Ines Okafor' }).click()
  await expect(card(commenter).getByText('for you')).toBeVisible()
  await card(commenter).getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(card(coder).getByRole('button', { name: 'Resolved · 2 comments' })).toHaveAttribute('aria-expanded', 'false')

  // Own words can be changed, an owner deletes any, and that can be taken back.
  await card(commenter).getByRole('button', { name: 'Resolved · 2 comments' }).click()
  const own = card(commenter).getByRole('listitem').filter({ hasText: 'Who says so' })
  await own.getByRole('button', { name: 'More for this comment' }).click()
  await commenter.getByRole('menuitem', { name: 'Edit' }).click()
  await card(commenter).getByRole('textbox', { name: 'Comment' }).fill('Who says this?')
  await card(commenter).getByRole('textbox', { name: 'Comment' }).press('Control+Enter')
  await expect(own).toHaveCount(0)
  await expect(card(commenter).getByText('Who says this?')).toBeVisible()
  await showNew(owner.page)
  await card(owner.page).click()
  // All of it is new to the owner, so it is open although it is settled, and stays so when it has been read.
  await expect(owner.page.getByRole('tab', { name: /^Comments 1/ }).getByLabel(/new/)).toHaveCount(0)
  const said = card(owner.page).getByRole('listitem').filter({ hasText: 'Who says this?' })
  await said.getByRole('button', { name: 'More for this comment' }).click()
  await owner.page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(said).toHaveCount(0)
  await undoFromToast(owner.page)
  await expect(said).toBeVisible()

  // The statement goes; what was said about it stays and can be read.
  await card(coder).press('Delete')
  await expect(card(commenter)).toHaveCount(0)
  await commenter.getByRole('tab', { name: /^Comments 1/ }).click()
  const kept = commenter.getByRole('region', { name: 'Comments on a statement that was deleted' })
  await expect(kept.getByText('“hotline with Russia”')).toBeVisible()
  await kept.getByRole('button', { name: 'Open comments' }).click()
  await kept.getByRole('button', { name: /Resolved/ }).click()
  await expect(kept.getByText('The Pentagon, on Monday.')).toBeVisible()
})
