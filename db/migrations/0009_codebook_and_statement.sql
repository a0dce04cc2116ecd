CREATE TABLE "actor_designations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"label" text NOT NULL,
	"issuer" text DEFAULT '' NOT NULL,
	"valid_from" date,
	"valid_until" date,
	"source" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "actor_designations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "actor_external_ids" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"scheme" text NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "actor_external_ids" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "actor_kinds" (
	"workspace_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"glyph" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "actor_kinds_workspace_id_slug_pk" PRIMARY KEY("workspace_id","slug")
);
--> statement-breakpoint
ALTER TABLE "actor_kinds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "actor_memberships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"valid_from" date,
	"valid_until" date,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "actor_memberships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "codebook_changes" (
	"workspace_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid NOT NULL,
	"act" text NOT NULL,
	"entry" text NOT NULL,
	"entry_id" uuid,
	"name" text NOT NULL,
	"before" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"after" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"undo" jsonb,
	"undone_by" integer,
	CONSTRAINT "codebook_changes_workspace_id_version_pk" PRIMARY KEY("workspace_id","version")
);
--> statement-breakpoint
ALTER TABLE "codebook_changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "codebook_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"document_id" uuid,
	"annotation_id" uuid,
	"quote" text DEFAULT '' NOT NULL,
	"proposed_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"mapped_to" uuid,
	"answer" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "codebook_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "codebook_versions" (
	"workspace_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"created_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "codebook_versions_workspace_id_version_pk" PRIMARY KEY("workspace_id","version")
);
--> statement-breakpoint
ALTER TABLE "codebook_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mention_rejections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"words" text NOT NULL,
	"document_id" uuid,
	"runs" jsonb,
	"created_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mention_rejections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"annotation_id" uuid NOT NULL,
	"text" text NOT NULL,
	"mentions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "comments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "memos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "memos" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "thread_reads" (
	"annotation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "thread_reads_annotation_id_user_id_pk" PRIMARY KEY("annotation_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "thread_reads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "threads" (
	"annotation_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"assignee_id" uuid,
	"resolved_by" uuid,
	"resolved_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "actor_aliases" ADD COLUMN "language" text DEFAULT 'und' NOT NULL;--> statement-breakpoint
ALTER TABLE "actor_aliases" ADD COLUMN "preferred" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "actor_aliases" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "actor_aliases" ADD COLUMN "valid_until" date;--> statement-breakpoint
ALTER TABLE "actor_aliases" ADD COLUMN "merged_from" uuid;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "state" text DEFAULT 'live' NOT NULL;--> statement-breakpoint
ALTER TABLE "actors" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "include" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "exclude" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "examples" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "hotkey" smallint;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "state" text DEFAULT 'live' NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "status" text;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "certainty" text;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "event_date" text;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "event_from" date;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "event_until" date;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "place_latitude" double precision;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "place_longitude" double precision;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "place_precision" text;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "reported_by" jsonb;--> statement-breakpoint
ALTER TABLE "actor_designations" ADD CONSTRAINT "actor_designations_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_designations" ADD CONSTRAINT "actor_designations_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_external_ids" ADD CONSTRAINT "actor_external_ids_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_external_ids" ADD CONSTRAINT "actor_external_ids_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_kinds" ADD CONSTRAINT "actor_kinds_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_memberships" ADD CONSTRAINT "actor_memberships_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_memberships" ADD CONSTRAINT "actor_memberships_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_memberships" ADD CONSTRAINT "actor_memberships_group_id_actors_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebook_changes" ADD CONSTRAINT "codebook_changes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebook_changes" ADD CONSTRAINT "codebook_changes_by_users_id_fk" FOREIGN KEY ("by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebook_proposals" ADD CONSTRAINT "codebook_proposals_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebook_proposals" ADD CONSTRAINT "codebook_proposals_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebook_proposals" ADD CONSTRAINT "codebook_proposals_proposed_by_users_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebook_proposals" ADD CONSTRAINT "codebook_proposals_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebook_versions" ADD CONSTRAINT "codebook_versions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "codebook_versions" ADD CONSTRAINT "codebook_versions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention_rejections" ADD CONSTRAINT "mention_rejections_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention_rejections" ADD CONSTRAINT "mention_rejections_actor_id_actors_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention_rejections" ADD CONSTRAINT "mention_rejections_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mention_rejections" ADD CONSTRAINT "mention_rejections_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_annotation_id_threads_annotation_id_fk" FOREIGN KEY ("annotation_id") REFERENCES "public"."threads"("annotation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memos" ADD CONSTRAINT "memos_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memos" ADD CONSTRAINT "memos_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memos" ADD CONSTRAINT "memos_updated_by_users_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_annotation_id_threads_annotation_id_fk" FOREIGN KEY ("annotation_id") REFERENCES "public"."threads"("annotation_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_reads" ADD CONSTRAINT "thread_reads_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_resolved_by_users_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "actor_designations_actor" ON "actor_designations" USING btree ("workspace_id","actor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "actor_external_ids_value" ON "actor_external_ids" USING btree ("actor_id","scheme","value");--> statement-breakpoint
CREATE INDEX "actor_external_ids_workspace" ON "actor_external_ids" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "actor_memberships_actor" ON "actor_memberships" USING btree ("workspace_id","actor_id");--> statement-breakpoint
CREATE INDEX "actor_memberships_group" ON "actor_memberships" USING btree ("workspace_id","group_id");--> statement-breakpoint
CREATE INDEX "codebook_changes_entry" ON "codebook_changes" USING btree ("workspace_id","entry_id");--> statement-breakpoint
CREATE INDEX "codebook_proposals_state" ON "codebook_proposals" USING btree ("workspace_id","state","at");--> statement-breakpoint
CREATE INDEX "mention_rejections_workspace" ON "mention_rejections" USING btree ("workspace_id","document_id");--> statement-breakpoint
CREATE INDEX "comments_thread" ON "comments" USING btree ("annotation_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_workspace" ON "comments" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "memos_subject" ON "memos" USING btree ("workspace_id","subject","subject_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "threads_document" ON "threads" USING btree ("workspace_id","document_id");--> statement-breakpoint
ALTER TABLE "actor_aliases" ADD CONSTRAINT "actor_aliases_merged_from_actors_id_fk" FOREIGN KEY ("merged_from") REFERENCES "public"."actors"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_merged_into_actors_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_merged_into_themes_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "actors_merged" ON "actors" USING btree ("workspace_id") WHERE merged_into is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "themes_hotkey" ON "themes" USING btree ("workspace_id","hotkey") WHERE hotkey is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "themes_merged" ON "themes" USING btree ("workspace_id") WHERE merged_into is not null;--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "actor_designations" AS PERMISSIVE FOR ALL TO public USING ("actor_designations"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("actor_designations"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "actor_external_ids" AS PERMISSIVE FOR ALL TO public USING ("actor_external_ids"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("actor_external_ids"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "actor_kinds" AS PERMISSIVE FOR ALL TO public USING ("actor_kinds"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("actor_kinds"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "actor_memberships" AS PERMISSIVE FOR ALL TO public USING ("actor_memberships"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("actor_memberships"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "codebook_changes" AS PERMISSIVE FOR ALL TO public USING ("codebook_changes"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("codebook_changes"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "codebook_proposals" AS PERMISSIVE FOR ALL TO public USING ("codebook_proposals"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("codebook_proposals"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "codebook_versions" AS PERMISSIVE FOR ALL TO public USING ("codebook_versions"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("codebook_versions"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "mention_rejections" AS PERMISSIVE FOR ALL TO public USING ("mention_rejections"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("mention_rejections"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "comments" AS PERMISSIVE FOR ALL TO public USING ("comments"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("comments"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "memos" AS PERMISSIVE FOR ALL TO public USING ("memos"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("memos"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "thread_reads" AS PERMISSIVE FOR ALL TO public USING ("thread_reads"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("thread_reads"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "threads" AS PERMISSIVE FOR ALL TO public USING ("threads"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("threads"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
UPDATE "actors" SET "kind" = 'ngo' WHERE "kind" = 'civil-society';--> statement-breakpoint
UPDATE "actors" SET "kind" = 'civilians' WHERE "kind" = 'population';--> statement-breakpoint
INSERT INTO "actor_kinds" ("workspace_id", "slug", "name", "glyph", "position")
SELECT w.id, k.slug, k.name, k.slug, k.position
FROM "workspaces" w CROSS JOIN (VALUES
	('state', 'State', 0),
	('government', 'Government body', 1),
	('military', 'Military', 2),
	('armed-group', 'Armed group', 3),
	('militia', 'Militia', 4),
	('international-organisation', 'International organisation', 5),
	('party', 'Party', 6),
	('media', 'Media', 7),
	('company', 'Company', 8),
	('ngo', 'NGO', 9),
	('civilians', 'Civilians', 10),
	('person', 'Person', 11),
	('other', 'Other', 12)
) AS k (slug, name, position);
