import { join } from 'node:path'
import nextEnv from '@next/env'
import { type Env, readEnv } from '#/server/env.ts'

/** The settings of the installation, from the environment and its .env files, as the server reads them. */
export function loadSettings(): Env {
  nextEnv.loadEnvConfig(join(import.meta.dirname, '../..'), process.env.NODE_ENV === 'development')
  return readEnv()
}
