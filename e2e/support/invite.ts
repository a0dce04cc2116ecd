import type { MemberRole } from '#/lib/access/roles.ts'
import type { Person } from './person.ts'

/** Makes an invitation link on the settings page of the workspace, as its owner. */
export async function inviteLink({ page }: Person, workspaceId: string, role: MemberRole): Promise<string> {
  await page.goto(`/w/${workspaceId}/settings`)
  const invite = page.getByRole('region', { name: 'Invite people' })
  await invite.getByRole('combobox', { name: 'Role' }).selectOption(role)
  await invite.getByRole('button', { name: 'Create link' }).click()
  return invite.getByRole('textbox', { name: 'Invitation link' }).inputValue()
}
