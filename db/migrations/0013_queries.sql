CREATE TABLE "document_texts" (
	"document_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"workspace_id" uuid NOT NULL,
	"text" text NOT NULL,
	"search_language" text DEFAULT 'simple' NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (case search_language when 'english' then to_tsvector('pg_catalog.english'::regconfig, left("text", 65536)) when 'russian' then to_tsvector('pg_catalog.russian'::regconfig, left("text", 65536)) when 'arabic' then to_tsvector('pg_catalog.arabic'::regconfig, left("text", 65536)) else to_tsvector('pg_catalog.simple'::regconfig, left("text", 65536)) end) STORED,
	CONSTRAINT "document_texts_document_id_digest_pk" PRIMARY KEY("document_id","digest")
);
--> statement-breakpoint
ALTER TABLE "document_texts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_queries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "saved_queries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "sentence_start" integer;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "sentence_end" integer;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "paragraph_start" integer;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "paragraph_end" integer;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "search_language" text DEFAULT 'simple' NOT NULL;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "quote_words" "tsvector" GENERATED ALWAYS AS (case search_language when 'english' then to_tsvector('pg_catalog.english'::regconfig, left("quote", 65536)) when 'russian' then to_tsvector('pg_catalog.russian'::regconfig, left("quote", 65536)) when 'arabic' then to_tsvector('pg_catalog.arabic'::regconfig, left("quote", 65536)) else to_tsvector('pg_catalog.simple'::regconfig, left("quote", 65536)) end) STORED;--> statement-breakpoint
ALTER TABLE "document_texts" ADD CONSTRAINT "document_texts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_texts" ADD CONSTRAINT "document_texts_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_queries" ADD CONSTRAINT "saved_queries_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_queries" ADD CONSTRAINT "saved_queries_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_texts_words" ON "document_texts" USING gin ("words");--> statement-breakpoint
CREATE INDEX "saved_queries_workspace" ON "saved_queries" USING btree ("workspace_id");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_queries_shared_name" ON "saved_queries" USING btree ("workspace_id",lower("name")) WHERE is_shared;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_queries_own_name" ON "saved_queries" USING btree ("workspace_id","created_by",lower("name")) WHERE not is_shared;--> statement-breakpoint
CREATE INDEX "excerpts_quote_words" ON "excerpts" USING gin ("quote_words");--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "document_texts" AS PERMISSIVE FOR ALL TO public USING ("document_texts"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("document_texts"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "saved_queries" AS PERMISSIVE FOR ALL TO public USING ("saved_queries"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("saved_queries"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
-- Excerpts learn their sentences, and texts their words, by being projected again: when the server starts.
UPDATE "excerpts" SET "search_language" = case split_part(lower("documents"."language"), '-', 1) when 'en' then 'english' when 'ru' then 'russian' when 'ar' then 'arabic' else 'simple' end FROM "documents" WHERE "documents"."id" = "excerpts"."document_id";--> statement-breakpoint
UPDATE "projections" SET "seq" = 0;
