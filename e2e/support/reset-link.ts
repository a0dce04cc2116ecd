import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

/** Has the operator's script make a link to a new password, through the product of the run. */
export async function resetLink(email: string): Promise<string> {
  const env = { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR, NEXTAUTH_URL: process.env.E2E_URL }
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/reset-password.ts', email], { cwd: root, env })
  const link = /^\s+(http\S+\/reset\/\S+)$/m.exec(stdout)?.[1]
  if (!link) throw new Error(`The script printed no link:\n${stdout}`)
  return link
}
