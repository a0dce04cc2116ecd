import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { AnswerOf, CommandName, InputOf } from './commands.ts'
import { socketPath } from './socket-path.ts'

/**
 * Has the server that runs on this data directory do a command.
 *
 * @returns null when no server runs there
 */
export async function askServer<Name extends CommandName>(
  dataDir: string,
  name: Name,
  input: InputOf<Name>,
): Promise<AnswerOf<Name> | null> {
  const path = socketPath(dataDir)
  if (!path) return null
  const answer = await post(path, `/${name}`, JSON.stringify(input))
  return answer === null ? null : (JSON.parse(answer) as AnswerOf<Name>)
}

function post(socketPath: string, path: string, body: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, path, method: 'POST', agent: false }, (response) => text(response).then(resolve, reject))
    asking.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error.code === 'ECONNRESET' ? new Error('The server stopped before it answered.') : error)
    })
    asking.end(body)
  })
}
