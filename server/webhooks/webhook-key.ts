import { secretKey } from '#/server/auth/secret-key.ts'

/**
 * The key deliveries of a webhook are signed with: it follows from the installation's secret, so that nothing that is kept gives it
 * away. With another secret of the installation it is another.
 */
export function webhookKey(secret: string, webhookId: string): Uint8Array {
  return secretKey(secret, `webhook ${webhookId}`)
}
