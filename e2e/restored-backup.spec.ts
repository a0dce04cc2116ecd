import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#/db/client.ts'
import { beginGeneration } from '#/db/queries/installation.ts'
import { freePort } from '#/tests/support/free-port.ts'
import { startProduct } from '#/tests/support/start-product.ts'
import { openDesk, TEXT } from './support/desk.ts'
import { chooseMode, clickAfter, expectSaved, readText, saveState } from './support/reader.ts'
import { expect, test } from './support/test.ts'

test('after a restore, what a device kept from before is offered as a download and merged into nothing', async ({
  newBrowser,
  expectComplaints,
}) => {
  test.setTimeout(180_000)
  expectComplaints(/net::ERR_|Failed to fetch|WebSocket connection/)
  const dataDir = mkdtempSync(join(tmpdir(), 'interline-restored-'))
  const options = { dataDir, port: await freePort(), env: { SAMPLE: '0' } }
  let product = await startProduct(options)
  try {
    const { owner } = await openDesk(() => newBrowser({ baseURL: product.url }))
    const { page } = owner
    await product.stop()
    await chooseMode(page, 'Edit text')
    await clickAfter(page, 'on Monday')
    await page.keyboard.type(' before')
    await expect(saveState(page)).toHaveText(/^Offline · \d+ changes? kept on this device$/)
    // What the end of a restore does.
    const { db, close } = await openDatabase({ dataDir: join(dataDir, 'pg') })
    await beginGeneration(db, new Date('2026-03-14T09:00:00Z'))
    await close()
    product = await startProduct(options)

    const notice = page.getByRole('region', { name: 'Unsaved changes' })
    const said = /^Interline was restored from a backup of 14 March 2026 at 09:00\. Your \d+ unsaved changes belong to the time before/
    await expect(notice.getByRole('alert')).toHaveText(said)
    await notice.getByRole('button', { name: 'Reload' }).click()
    await expectSaved(page)
    expect(await readText(page)).toBe(TEXT)
    await expect(notice.getByRole('alert')).toHaveText(said)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      notice.getByRole('button', { name: 'Download my unsaved changes' }).click(),
    ])
    expect(readFileSync(await file.path(), 'utf8')).toContain('on Monday before that the hotline')

    await notice.getByRole('button', { name: 'Discard' }).click()
    await page
      .getByRole('dialog', { name: /^Discard \d+ unsaved changes\?$/ })
      .getByRole('button', { name: 'Discard' })
      .click()
    await expect(notice).toHaveCount(0)
    await page.reload()
    await expectSaved(page)
    await expect(notice).toHaveCount(0)
  } finally {
    await product.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
})
