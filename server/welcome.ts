import type { Env } from './env.ts'

interface Welcome {
  env: Pick<Env, 'origin' | 'isExposed' | 'dataDir'>
  /** The sign-in to the sample workspace; `isNew`: it was made by this start. */
  sample: { email: string; password: string; isNew: boolean } | null
  /** For the link of the installation's first person; null: it has one, or everybody may sign up. */
  setupToken: string | null
}

/**
 * What the terminal says when people can come. Where others can reach the installation its output is likely to be kept
 * somewhere, so the sample's password is printed by the start that made it and by no later one.
 */
export function welcome({ env, sample, setupToken }: Welcome): string[] {
  const words = !sample
    ? ''
    : env.isExposed && !sample.isNew
      ? `  ·  sample sign-in: ${sample.email}, password in ${env.dataDir}/sample-password`
      : `  ·  sample sign-in: ${sample.email} / ${sample.password}`
  const lines = [`Interline is ready at ${env.origin}${words}`]
  if (setupToken)
    lines.push(
      `Create the first account with this link, which works once and until the next start: ${env.origin}/sign-up?setup=${setupToken}`,
    )
  if (env.isExposed && !env.origin.startsWith('https:'))
    lines.push(
      'Passwords and texts cross the network unencrypted. Put TLS in front and set NEXTAUTH_URL to the https address before people work here.',
    )
  return lines
}
