import { z } from 'zod'
import { MEMBER_ROLES } from '#/lib/access/roles.ts'
import { TOKEN_SCOPES } from '#/lib/api/scopes.ts'
import { FORMAT_GROUPS } from '#/lib/format/export/export-format.ts'
import { idShape, named, timeShape } from './registry.ts'

export const problemShape = named(
  'Problem',
  z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      detail: z.string(),
      errors: z.array(z.object({ detail: z.string(), pointer: z.string().optional(), parameter: z.string().optional() })).optional(),
    })
    .describe('RFC 9457.'),
)

export const meShape = named(
  'Me',
  z.object({
    id: idShape,
    name: z.string(),
    email: z.string(),
    token: z.object({ name: z.string(), scopes: z.array(z.enum(TOKEN_SCOPES)), expiresAt: timeShape.nullable() }),
  }),
)

const workspace = z.object({ id: idShape, name: z.string(), role: z.enum(MEMBER_ROLES) })
export const workspaceShape = named('Workspace', workspace)
export const workspaceList = named('WorkspaceList', z.object({ items: z.array(workspaceShape) }))

export const exportFormatList = named(
  'ExportFormatList',
  z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        group: z.enum(FORMAT_GROUPS),
        extension: z.string(),
        mediaType: z.string(),
        keeps: z.string(),
        leavesOut: z.string(),
      }),
    ),
  }),
)
