// npm run reset-password -- <email> [--without-two-factor]: a link to choose a new password, to be handed to that person.
import { parseArgs } from 'node:util'
import { runCommand } from '#/server/operator/run-command.ts'
import { runScript } from '#/server/operator/run-script.ts'

const USAGE = 'Usage: npm run reset-password -- <email> [--without-two-factor]'

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'without-two-factor': { type: 'boolean', default: false } },
  })
  const [email] = positionals
  if (!email || positionals.length > 1) return { ok: false, message: USAGE }
  const made = await runCommand('reset-password', { email, withoutTwoFactor: values['without-two-factor'] })
  if (!made.ok) return made
  const until = `${made.expiresAt.slice(0, 16).replace('T', ' ')} UTC`
  console.log(`A link for ${made.name} to choose a new password. It works once, until ${until}:\n\n  ${made.link}\n`)
  console.log('Make sure that it is really them who asked, and hand it on where nobody else reads it. Using it signs them out everywhere.')
  if (made.turnedOff) console.log('Their two-factor sign-in is off now; they can set it up again on their account page.')
  if (!made.hadPassword) console.log('Until now they signed in through single sign-on only; with this link they get a password as well.')
  return made
})
