/** The work of making the archive of a workspace, see `Works`. */
export const makingOf = (workspaceId: string) => `archive-of/${workspaceId}`

/** The work of importing a project for a member. */
export const importingOf = (workspaceId: string, userId: string) => `project/${workspaceId}/${userId}`

/** The work of bringing a person's archive back. */
export const bringingOf = (userId: string) => `archive-by/${userId}`
