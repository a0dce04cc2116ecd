import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct } from '#/tests/support/start-product.ts'
import { type Canary, startCanary } from '../files/canary.ts'
import type { Part, Row } from '../row.ts'
import { row } from '../row.ts'
import { crossSiteRows } from './cross-site.ts'
import { headerRow, requestRows, returnRow } from './pages.ts'
import { signInRows } from './sign-in.ts'
import { storedRows } from './stored.ts'
import { uploadRows } from './uploads.ts'
import { Visitor } from './visitor.ts'

const PASSWORD = 'a long enough sample password 1'

/** What comes in over HTTP, against the built product. */
export const webPart: Part = {
  name: 'web',
  async run({ totals }) {
    const temporary = mkdtempSync(join(tmpdir(), 'interline-temporary-'))
    const product = await startProduct({ env: { SAMPLE_PASSWORD: PASSWORD, TMPDIR: temporary } })
    const canary: Canary = await startCanary()
    const rows: Row[] = []
    try {
      const email = /sample sign-in: (\S+)/.exec(product.log())?.[1] ?? ''
      const visitor = new Visitor(product)
      const { status } = await visitor.signIn(email, PASSWORD)
      if (status !== 200) throw new Error(`Nobody can sign in: ${status}`)
      const home = await visitor.fetch('/')
      const workspaceId = /\/w\/([0-9a-f-]{36})/.exec(`${home.headers.get('location')} ${await home.text()}`)?.[1]
      if (!workspaceId) throw new Error('The sample has no workspace')
      rows.push(await headerRow(visitor, workspaceId))
      rows.push(...(await requestRows(product, visitor.cookie)))
      rows.push(...(await crossSiteRows(product, visitor.cookie)))
      rows.push(...(await storedRows(visitor, workspaceId, canary)))
      rows.push(...(await uploadRows({ product, cookie: visitor.cookie, workspaceId, otherId: randomUUID(), temporary })))
      rows.push(await returnRow(product, visitor, new Visitor(product), { email, password: PASSWORD }))
      rows.push(...(await signInRows(product, { email, password: PASSWORD })))
      const states = product.log().match(/22021|22P05|54000|unhandled rejection/g) ?? []
      rows.push(row('what the database or the process complained about', rows.length, 'nothing', [...new Set(states)], 'nothing'))
    } catch (error) {
      throw new Error(`${(error as Error).stack}\nThe product printed:\n${product.log().slice(-3000)}`)
    } finally {
      canary.stop()
      rmSync(temporary, { recursive: true, force: true })
      const code = await product.stop()
      if (code !== 0) totals.exits++
      rows.push(
        row('the product under all of this', rows.length, 'ends when it is told to, with 0', code === 0 ? [] : [`ended with ${code}`], '0'),
      )
    }
    return rows
  },
}
