import type { APIRequestContext, APIResponse, BrowserContext } from '@playwright/test'
import type { MemberRole } from '#/lib/access/roles.ts'
import { readDoors } from '#/tests/access/doors.ts'
import { actionHeaders, fill, readActionAnswer } from '#/tests/access/visit.ts'
import type { SourceFile } from './import-files.ts'
import { newCredentials, type Person } from './person.ts'

/*
 * What most journeys need before they begin, done by the requests that the pages send and without the pages: those have
 * journeys of their own, and loading six of them for each person is a third of the time of all journeys.
 */

const doors = readDoors()

/** Sends what a browser's page would send. @throws when the server refuses it by its status */
async function post(context: BrowserContext, path: string, { headers, ...body }: PostOptions): Promise<APIResponse> {
  const origin = new URL((await context.request.get('/api/health')).url()).origin
  const response = await context.request.post(path, { ...body, headers: { origin, ...headers } })
  if (!response.ok()) throw await refusal(response)
  return response
}
type PostOptions = NonNullable<Parameters<APIRequestContext['post']>[1]>

const refusal = async (response: APIResponse) => new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`)

/** Calls a server action as somebody's pages do. @param name "file#export" @throws when it refuses */
async function act<Answer>(context: BrowserContext, name: string, values: Record<string, string>, args: unknown[]): Promise<Answer> {
  const door = doors.actions.find((action) => action.name === name)
  if (!door) throw new Error(`The build has no action ${name}`)
  const response = await post(context, fill(door.page, values), { headers: actionHeaders(door.id), data: JSON.stringify(args) })
  const answer = readActionAnswer(await response.text()) as { ok: boolean }
  if (!answer?.ok) throw await refusal(response)
  return answer as Answer
}

/** Creates an account and signs in with it, in a browser of its own; no page is open yet. @param invitation token of one to join with */
export async function newPerson(context: BrowserContext, name: string, invitation?: string): Promise<Person> {
  const { email, password } = newCredentials(name)
  await act(context, 'server/actions/account.ts#signUp', {}, [{ name, email, password, invitation }])
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json()
  await post(context, '/api/auth/callback/credentials', { form: { csrfToken, email, password, json: 'true' } })
  return { name, email, password, context, page: await context.newPage() }
}

/** Creates a workspace. @returns its id */
export async function newWorkspace({ context }: Person, name: string): Promise<string> {
  const args = [{ name }]
  return (await act<{ workspaceId: string }>(context, 'server/actions/workspaces.ts#createWorkspace', {}, args)).workspaceId
}

/** Somebody new joins a workspace by a link that its owner makes. */
export async function newMember(
  context: BrowserContext,
  name: string,
  owner: Person,
  workspaceId: string,
  role: MemberRole,
): Promise<Person> {
  const args = [workspaceId, { role, days: 7 }]
  const { link } = await act<{ link: string }>(owner.context, 'server/actions/members.ts#inviteMember', { workspaceId }, args)
  return newPerson(context, name, link.split('/').at(-1))
}

/** Imports a file. @returns the document's id */
export async function newDocument({ context }: Person, workspaceId: string, { name, bytes }: SourceFile): Promise<string> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(bytes) }
  const response = await post(context, `/api/imports/${workspaceId}`, { multipart: { file } })
  const answer = await response.json()
  if (!answer.ok) throw await refusal(response)
  return answer.documentId
}
