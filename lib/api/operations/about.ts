import { JSON_TYPE, operation } from '#/lib/api/operation.ts'
import { meShape, workspaceList, workspaceShape } from '#/lib/api/schemas/general.ts'

export const ABOUT = [
  operation({
    id: 'getOpenApi',
    method: 'GET',
    path: '/openapi.json',
    group: 'About',
    summary: 'This document',
    scope: null,
    status: 200,
    answer: { [JSON_TYPE]: null },
    tagged: true,
  }),
  operation({
    id: 'getMe',
    method: 'GET',
    path: '/me',
    group: 'About',
    summary: 'Whose token it is, and what it is good for',
    scope: 'read',
    status: 200,
    answer: { [JSON_TYPE]: meShape },
  }),
  operation({
    id: 'listWorkspaces',
    method: 'GET',
    path: '/workspaces',
    group: 'About',
    summary: 'The workspaces you are a member of',
    scope: 'read',
    status: 200,
    answer: { [JSON_TYPE]: workspaceList },
    tagged: true,
  }),
  operation({
    id: 'getWorkspace',
    method: 'GET',
    path: '/workspaces/{workspaceId}',
    group: 'About',
    summary: 'One workspace',
    scope: 'read',
    permission: 'read',
    status: 200,
    answer: { [JSON_TYPE]: workspaceShape },
    tagged: true,
  }),
] as const
