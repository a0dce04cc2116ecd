import { startProduct } from '#/tests/support/start-product.ts'
import { sampleSignIn } from './sample.ts'

/**
 * Starts one product with the sample workspace for all journeys; they find it by E2E_URL, and the
 * sample's sign-in by E2E_EMAIL and E2E_PASSWORD, its folder by E2E_DATA_DIR. Those that kill it start their own.
 */
export default async function setup() {
  const product = await startProduct({ env: { TRUST_PROXY: '1' } })
  const { email, password } = sampleSignIn(product.log())
  Object.assign(process.env, { E2E_URL: product.url, E2E_EMAIL: email, E2E_PASSWORD: password, E2E_DATA_DIR: product.dataDir })
  return async () => {
    const code = await product.stop()
    if (code !== 0) throw new Error(`The product ended with ${code} instead of 0. It printed:\n${product.log().slice(-3000)}`)
  }
}
