import { startProduct } from '#/tests/support/start-product.ts'

/** Starts one product with the sample workspace for all journeys; they find it by E2E_URL. Those that kill it start their own. */
export default async function setup() {
  const product = await startProduct()
  process.env.E2E_URL = product.url
  return async () => {
    const code = await product.stop()
    if (code !== 0) throw new Error(`The product ended with ${code} instead of 0. It printed:\n${product.log().slice(-3000)}`)
  }
}
