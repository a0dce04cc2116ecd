import { openDesk } from './support/desk.ts'
import { expectSaved, showNew, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('a coder proposes while tagging; an editor changes, accepts, maps and declines, and passages follow', async ({ newBrowser }) => {
  const { owner, people, workspaceId } = await openDesk(newBrowser, { members: [{ name: 'Tomas Vrba', role: 'coder' }] })
  const coder = people[0]!.page
  await tagPassage(owner.page, { from: 'hotline with Russia' }, [{ name: 'Pentagon', create: 'actor' }])
  await showNew(coder)
  await statementCard(coder, 'Pentagon, source').waitFor()

  const page = await owner.context.newPage()
  await page.goto(`/w/${workspaceId}/proposals`)
  await expect(page.getByRole('heading', { name: 'No proposal waits for an answer' })).toBeVisible()
  await tagPassage(coder, { from: 'officers answer every call' }, [
    { name: 'US DoD', create: 'actor' },
    { name: 'Phones', create: 'theme' },
  ])
  await tagPassage(coder, { from: 'around the clock' }, [{ name: 'Night shift', create: 'actor' }])
  await expect(statementCard(coder, 'Night shift, source'), 'it looks proposed').toContainText('proposed')
  await expectSaved(coder)

  // They arrive on the page that is open, with the passage.
  const list = page.getByRole('list', { name: 'Proposals that wait for an answer' })
  await expect(list.getByRole('listitem')).toHaveCount(3)
  const dod = list.getByRole('listitem', { name: 'Actor US DoD' })
  await expect(dod).toContainText('officers answer every call')
  await expect(dod).toContainText('Tomas Vrba')

  await dod.getByRole('button', { name: 'Map US DoD to an entry there is' }).click()
  const map = page.getByRole('dialog', { name: 'Map US DoD to an existing actor' })
  await map.getByRole('combobox').fill('pent')
  await page.keyboard.press('Enter')
  await expect(map).toContainText('1 statement in 1 document moves to')
  await map.getByRole('button', { name: 'Map to Pentagon' }).click()
  await statementCard(coder, 'Pentagon, source; Phones, neutral').waitFor()

  await list.getByRole('button', { name: 'Change Phones and accept it' }).click()
  const change = page.getByRole('dialog', { name: 'Change Phones' })
  await change.getByLabel('Name').fill('Hotline')
  await change.getByRole('button', { name: 'Accept' }).click()
  await statementCard(coder, 'Pentagon, source; Hotline, neutral').waitFor()

  await list.getByRole('button', { name: 'Decline Night shift' }).click()
  const decline = page.getByRole('dialog', { name: 'Decline Night shift' })
  await expect(decline).toContainText('1 statement loses this tag')
  await decline.getByRole('textbox', { name: 'Why' }).fill('A time, not an actor')
  await decline.getByRole('button', { name: 'Decline' }).click()
  const answered = page.getByRole('table', { name: 'Answered' })
  await expect(answered.getByRole('row', { name: /Night shift/ })).toContainText('Declined: A time, not an actor')
  await expect(answered.getByRole('row', { name: /US DoD/ })).toContainText('Mapped to Pentagon')
  await expect(answered.getByRole('row', { name: /Phones/ })).toContainText('Accepted as Hotline')
  await answered.getByRole('button', { name: 'Passages of Night shift' }).click()
  await expect(page.getByRole('dialog', { name: 'Passages tagged with Night shift' })).toContainText('around the clock')
  await page.keyboard.press('Escape')

  // An answer can be taken back.
  await answered.getByRole('button', { name: 'Reopen US DoD' }).click()
  await expect(list.getByRole('listitem', { name: 'Actor US DoD' })).toBeVisible()
  await statementCard(coder, 'US DoD, source; Hotline, neutral').waitFor()

  await page.goto(`/w/${workspaceId}/actors`)
  await expect(page.getByRole('link', { name: 'Proposals 1' })).toBeVisible()
})
