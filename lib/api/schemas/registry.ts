import { z } from 'zod'

/** Every shape that has a name in the OpenAPI document. */
export const namedShapes = z.registry<{ id: string }>()

/** Gives a shape its name: it is described once and referred to. */
export function named<S extends z.ZodType>(id: string, shape: S): S {
  namedShapes.add(shape, { id })
  return shape
}

/** A page of a list. */
export function pageShape<S extends z.ZodType>(id: string, item: S) {
  return named(id, z.object({ items: z.array(item), next: z.string().nullable().describe('`cursor` of the next page; null at the end.') }))
}

export const idShape = z.uuid()
/** UTC. */
export const timeShape = z.iso.datetime()
