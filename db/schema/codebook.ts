import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { IdRun } from '#/lib/annotation/model.ts'
import { GLYPHS } from '#/lib/codebook/actor-kinds.ts'
import { ENTRY_STATES } from '#/lib/codebook/codebook.ts'
import { CODEBOOK_ACTS, CODEBOOK_ENTRIES, type CodebookPatch } from '#/lib/codebook/codebook-change.ts'
import { documents } from './documents.ts'
import { users, workspaceId } from './people.ts'
import { at } from './types.ts'
import { ownWorkspaceOnly } from './workspace-policy.ts'

/** What actors of a workspace can be: a list its editors keep. */
export const actorKinds = pgTable(
  'actor_kinds',
  {
    workspaceId: workspaceId(),
    /** What actors refer to: letters, digits and hyphens; it never changes. */
    slug: text().notNull(),
    name: text().notNull(),
    glyph: text({ enum: GLYPHS }).notNull(),
    /** Order in lists, ascending. */
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.slug] }), ownWorkspaceOnly(t.workspaceId)],
)

export const actors = pgTable(
  'actors',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    name: text().notNull(),
    /** `slug` of a row of `actor_kinds`. */
    kind: text().notNull().default('other'),
    parentId: uuid('parent_id').references((): AnyPgColumn => actors.id),
    description: text().notNull().default(''),
    /** Base hue 1 to 12; null: neutral. */
    hue: smallint(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
    deletedAt: at('deleted_at'),
    state: text({ enum: ENTRY_STATES }).notNull().default('live'),
    /** The actor it was merged into; such a row is deleted as well. Its tags stay in the layers and are read as tags of that actor. */
    mergedInto: uuid('merged_into').references((): AnyPgColumn => actors.id),
  },
  (t) => [
    uniqueIndex('actors_name').on(t.workspaceId, sql`lower(${t.name})`).where(sql`deleted_at is null`),
    index('actors_parent').on(t.parentId),
    index('actors_merged').on(t.workspaceId).where(sql`merged_into is not null`),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/** Other names of an actor. */
export const actorAliases = pgTable(
  'actor_aliases',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => actors.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** BCP 47; "und" when unknown. */
    language: text().notNull().default('und'),
    /** The name to show in this language; at most one per actor and language. */
    preferred: boolean().notNull().default(false),
    /** First and last day on which the actor had this name; null: open. */
    validFrom: date('valid_from', { mode: 'string' }),
    validUntil: date('valid_until', { mode: 'string' }),
    /** The merged actor it came from: taken away again when the merge is undone. */
    mergedFrom: uuid('merged_from').references(() => actors.id, { onDelete: 'cascade' }),
  },
  (t) => [
    uniqueIndex('actor_aliases_name').on(t.actorId, sql`lower(${t.name})`),
    index('actor_aliases_workspace').on(t.workspaceId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/** Membership of an actor in groups beside the tree: alliances, coalitions, fronts. */
export const actorMemberships = pgTable(
  'actor_memberships',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    /** The member. */
    actorId: uuid('actor_id')
      .notNull()
      .references(() => actors.id, { onDelete: 'cascade' }),
    groupId: uuid('group_id')
      .notNull()
      .references(() => actors.id, { onDelete: 'cascade' }),
    /** First and last day; null: open. */
    validFrom: date('valid_from', { mode: 'string' }),
    validUntil: date('valid_until', { mode: 'string' }),
    note: text().notNull().default(''),
  },
  (t) => [
    index('actor_memberships_actor').on(t.workspaceId, t.actorId),
    index('actor_memberships_group').on(t.workspaceId, t.groupId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/** What an actor is called in other people's registers. */
export const actorExternalIds = pgTable(
  'actor_external_ids',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => actors.id, { onDelete: 'cascade' }),
    /** `wikidata`, `iso3166`, or any other name of a register. */
    scheme: text().notNull(),
    value: text().notNull(),
  },
  (t) => [
    uniqueIndex('actor_external_ids_value').on(t.actorId, t.scheme, t.value),
    index('actor_external_ids_workspace').on(t.workspaceId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/** What somebody has declared an actor to be, for example a foreign terrorist organisation. */
export const actorDesignations = pgTable(
  'actor_designations',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => actors.id, { onDelete: 'cascade' }),
    label: text().notNull(),
    /** Who declared it, in words. */
    issuer: text().notNull().default(''),
    /** First and last day; null: open. */
    validFrom: date('valid_from', { mode: 'string' }),
    validUntil: date('valid_until', { mode: 'string' }),
    /** Where it is written: an address or a reference. */
    source: text().notNull().default(''),
  },
  (t) => [index('actor_designations_actor').on(t.workspaceId, t.actorId), ownWorkspaceOnly(t.workspaceId)],
)

export const themes = pgTable(
  'themes',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    name: text().notNull(),
    parentId: uuid('parent_id').references((): AnyPgColumn => themes.id),
    definition: text().notNull().default(''),
    /** When to tag with it, and when not to. */
    include: text().notNull().default(''),
    exclude: text().notNull().default(''),
    /** Passages that show what it means. */
    examples: jsonb().$type<string[]>().notNull().default([]),
    /** The digit 1 to 9 that tags with it; null: none. */
    hotkey: smallint(),
    /** Base hue 1 to 12; null: the branch's. */
    hue: smallint(),
    position: integer().notNull().default(0),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
    deletedAt: at('deleted_at'),
    state: text({ enum: ENTRY_STATES }).notNull().default('live'),
    /** The theme it was merged into; such a row is deleted as well. Its tags stay in the layers and are read as tags of that theme. */
    mergedInto: uuid('merged_into').references((): AnyPgColumn => themes.id),
  },
  (t) => [
    uniqueIndex('themes_hotkey').on(t.workspaceId, t.hotkey).where(sql`hotkey is not null and deleted_at is null`),
    index('themes_merged').on(t.workspaceId).where(sql`merged_into is not null`),
    uniqueIndex('themes_name')
      .on(t.workspaceId, sql`coalesce(${t.parentId}, '00000000-0000-0000-0000-000000000000'::uuid)`, sql`lower(${t.name})`)
      .where(sql`deleted_at is null`),
    index('themes_parent').on(t.parentId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/**
 * Every change of the codebook, in order. Version N of a codebook is what it was after its change N; exports name it. Written
 * by `recordCodebookChange` in the transaction of the change itself, never changed afterwards but for `undoneBy`.
 */
export const codebookChanges = pgTable(
  'codebook_changes',
  {
    workspaceId: workspaceId(),
    /** 1, 2, 3 ... in the workspace. */
    version: integer().notNull(),
    at: at('at').notNull().defaultNow(),
    by: uuid('by')
      .notNull()
      .references(() => users.id),
    /** What was done; see lib/codebook/codebook-change.ts. */
    act: text({ enum: CODEBOOK_ACTS }).notNull(),
    entry: text({ enum: CODEBOOK_ENTRIES }).notNull(),
    /** The actor or theme; null for what concerns several. */
    entryId: uuid('entry_id'),
    /** Its name when it happened. */
    name: text().notNull(),
    /** The fields that changed of every entry it touched, before and after. */
    before: jsonb().$type<CodebookPatch>().notNull().default({}),
    after: jsonb().$type<CodebookPatch>().notNull().default({}),
    /** What takes it back: of merges and splits. */
    undo: jsonb().$type<unknown>(),
    /** The version that took it back. */
    undoneBy: integer('undone_by'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.version] }),
    index('codebook_changes_entry').on(t.workspaceId, t.entryId),
    ownWorkspaceOnly(t.workspaceId),
  ],
)

/** Versions of the codebook that somebody gave a name. */
export const codebookVersions = pgTable(
  'codebook_versions',
  {
    workspaceId: workspaceId(),
    version: integer().notNull(),
    name: text().notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.version] }), ownWorkspaceOnly(t.workspaceId)],
)

/**
 * What coders propose for the codebook. A proposed actor or theme is a row of its own table with the state `proposed`, so that
 * passages can be tagged with it at once; accepted, it becomes live; mapped, it is merged into another, and its tags follow.
 */
export const codebookProposals = pgTable(
  'codebook_proposals',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    kind: text({ enum: ['actor', 'alias', 'theme'] }).notNull(),
    /** The proposed actor or theme, or the actor that the alias is for. */
    entryId: uuid('entry_id').notNull(),
    /** The proposed name. */
    name: text().notNull(),
    /** Why. */
    note: text().notNull().default(''),
    /** A passage that shows it: its document, its annotation (when it is tagged) and its words. */
    documentId: uuid('document_id').references(() => documents.id, { onDelete: 'set null' }),
    annotationId: uuid('annotation_id'),
    quote: text().notNull().default(''),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    at: at('at').notNull().defaultNow(),
    state: text({ enum: ['open', 'accepted', 'mapped', 'declined'] })
      .notNull()
      .default('open'),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: at('decided_at'),
    /** What the proposal was mapped to. */
    mappedTo: uuid('mapped_to'),
    /** What the editor said to it. */
    answer: text().notNull().default(''),
  },
  (t) => [index('codebook_proposals_state').on(t.workspaceId, t.state, t.at), ownWorkspaceOnly(t.workspaceId)],
)

/** Words that are no mention of an actor, though they read like one of its names: the radar passes over them. */
export const mentionRejections = pgTable(
  'mention_rejections',
  {
    id: uuid().primaryKey(),
    workspaceId: workspaceId(),
    actorId: uuid('actor_id')
      .notNull()
      .references(() => actors.id, { onDelete: 'cascade' }),
    /** The words, folded (see lib/codebook/name-fold.ts). */
    words: text().notNull(),
    /** Only in this document; null: in all. */
    documentId: uuid('document_id').references(() => documents.id, { onDelete: 'cascade' }),
    /** Only at this place: the characters by identity; null: wherever the words stand. */
    runs: jsonb().$type<IdRun[]>(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    at: at('at').notNull().defaultNow(),
  },
  (t) => [index('mention_rejections_workspace').on(t.workspaceId, t.documentId), ownWorkspaceOnly(t.workspaceId)],
)
