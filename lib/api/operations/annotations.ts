import { z } from 'zod'
import { JSON_TYPE, LD_TYPE, operation } from '#/lib/api/operation.ts'
import { pageQuery } from '#/lib/api/paging.ts'
import {
  annotationChange,
  annotationPage,
  annotationShape,
  newAnnotation,
  webAnnotationPage,
  webAnnotationShape,
} from '#/lib/api/schemas/annotation.ts'

const ALL = '/workspaces/{workspaceId}/documents/{documentId}/annotations'
const ONE = '/workspaces/{workspaceId}/documents/{documentId}/annotations/{annotationId}'

export const ANNOTATIONS = [
  operation({
    id: 'listAnnotations',
    method: 'GET',
    path: ALL,
    group: 'Annotations',
    summary: 'The annotations of a document, in the order of its text',
    description: 'Those whose words were deleted come last. Ask for `application/ld+json` to have them as W3C Web Annotations.',
    scope: 'read',
    permission: 'read',
    query: z.object(pageQuery),
    status: 200,
    answer: { [JSON_TYPE]: annotationPage, [LD_TYPE]: webAnnotationPage },
    tagged: true,
  }),
  operation({
    id: 'createAnnotation',
    method: 'POST',
    path: ALL,
    group: 'Annotations',
    summary: 'Annotate a passage',
    description:
      'Everybody who has the document open sees it arrive. A W3C Web Annotation is taken too: its TextPositionSelector or ' +
      'TextQuoteSelector says where, its bodies name actors and themes as those of this API do.',
    scope: 'write',
    permission: 'tag',
    body: { [JSON_TYPE]: newAnnotation, [LD_TYPE]: webAnnotationShape },
    status: 201,
    answer: { [JSON_TYPE]: annotationShape, [LD_TYPE]: webAnnotationShape },
    tagged: true,
    once: true,
    location: true,
  }),
  operation({
    id: 'getAnnotation',
    method: 'GET',
    path: ONE,
    group: 'Annotations',
    summary: 'One annotation',
    scope: 'read',
    permission: 'read',
    status: 200,
    answer: { [JSON_TYPE]: annotationShape, [LD_TYPE]: webAnnotationShape },
    tagged: true,
  }),
  operation({
    id: 'updateAnnotation',
    method: 'PATCH',
    path: ONE,
    group: 'Annotations',
    summary: 'Change what an annotation says',
    description:
      'As on the page: tags you add are yours; only editors take away tags of others; facts are changed by who made the annotation ' +
      'and by editors. What you may not change is refused as a whole.',
    scope: 'write',
    permission: 'tag',
    body: { [JSON_TYPE]: annotationChange },
    status: 200,
    answer: { [JSON_TYPE]: annotationShape },
    tagged: true,
  }),
  operation({
    id: 'deleteAnnotation',
    method: 'DELETE',
    path: ONE,
    group: 'Annotations',
    summary: 'Delete an annotation',
    description: 'People can still bring it back from the history of the document. Your own, or any as an editor.',
    scope: 'write',
    permission: 'tag',
    status: 204,
    answer: {},
    tagged: true,
  }),
] as const
