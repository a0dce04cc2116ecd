import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#/tests/support/free-port.ts'
import { startProduct } from '#/tests/support/start-product.ts'
import { openDesk, TEXT } from './support/desk.ts'
import { chooseMode, clickAfter, expectSaved, readText, saveState, statementCard, tagPassage } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('a killed server comes back with everything that was saved, and takes what was done meanwhile', async ({
  newBrowser,
  expectComplaints,
}) => {
  test.setTimeout(180_000)
  expectComplaints(/net::ERR_|Failed to fetch|WebSocket connection/)
  const dataDir = mkdtempSync(join(tmpdir(), 'interline-killed-'))
  const options = { dataDir, port: await freePort(), env: { SAMPLE: '0' } }
  let product = await startProduct(options)
  try {
    const { owner, documentPath } = await openDesk(() => newBrowser({ baseURL: product.url }))
    const { page } = owner
    await tagPassage(page, { from: 'hotline with Russia' }, [{ name: 'Hotline', create: 'theme' }])
    await chooseMode(page, 'Edit text')
    await clickAfter(page, 'on Monday')
    await page.keyboard.type(' morning')
    await expectSaved(page)

    await product.kill()
    await page.keyboard.type(' at nine')
    await expect(saveState(page)).toHaveText(/^Offline · \d+ changes? kept on this device$/)
    const second = await owner.context.newPage()
    product = await startProduct(options)
    await expectSaved(page)

    await second.goto(documentPath)
    await expectSaved(second)
    const text = TEXT.replace('on Monday', 'on Monday morning at nine')
    for (const open of [page, second]) expect(await readText(open)).toBe(text)
    await expect(statementCard(second, 'Hotline, neutral')).toContainText('hotline with Russia')
  } finally {
    await product.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
