import type { MemberRole } from '#/lib/access/roles.ts'
import type { Person } from './person.ts'

/** Makes an invitation link on the settings page of the workspace, as its owner. */
export async function inviteLink({ page }: Person, workspaceId: string, role: MemberRole): Promise<string> {
  await page.goto(`/w/${workspaceId}/settings`)
  await page.getByLabel('Role', { exact: true }).selectOption(role)
  await page.getByRole('button', { name: 'Create link' }).click()
  return page.getByLabel('Invitation link').inputValue()
}
