import type { Database } from '#/db/client.ts'
import { excerptsPath } from '#/lib/query/address.ts'
import type { Query } from '#/lib/query/query.ts'
import { signIn } from '#/tests/support/collab-server.ts'
import { startProduct } from '#/tests/support/start-product.ts'

/** How often the page of each query is opened. */
const ROUNDS = 8

/**
 * Opens the excerpts page of each query in the built product, signed in, over HTTP. Times in ms from the request to the last byte: of the
 * rows, and of all counts, which come with it.
 * NEXTAUTH_SECRET of this process is the product's, so that it believes the session.
 */
export async function askOverHttp(
  database: Database,
  url: string,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  queries: Record<string, Query>,
): Promise<Record<string, number[]>> {
  const { cookie } = await signIn(database.db, userId)
  const product = await startProduct({
    env: { DATABASE_URL: url, SAMPLE: '0', NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET as string },
  })
  const open = async (query: Query) => {
    const start = performance.now()
    const page = await fetch(`${product.url}${excerptsPath(workspaceId, query)}`, { headers: { cookie } })
    const text = await page.text()
    if (page.status !== 200 || !text.includes('orphans')) throw new Error(`The page answered ${page.status}, or without counts`)
    return performance.now() - start
  }
  try {
    // The first pages after a start load their code, and the first counts what they count.
    for (const query of Object.values(queries)) await open(query)
    const times: Record<string, number[]> = {}
    for (const [name, query] of Object.entries(queries)) {
      const ofQuery: number[] = []
      for (let round = 0; round < ROUNDS; round++) ofQuery.push(await open(query))
      times[name] = ofQuery
    }
    return times
  } finally {
    await product.stop()
  }
}
