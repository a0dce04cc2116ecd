import type { Reach } from '#/lib/codebook/radar/rejections.ts'

/** How far a rejection reaches, in a menu and in a sentence. */
export const REACH_NAMES: Record<Reach, string> = { here: 'Only here', document: 'In this document', everywhere: 'In all documents' }
export const REACH_WORDS: Record<Reach, string> = { here: 'here', document: 'in this document', everywhere: 'in all documents' }
