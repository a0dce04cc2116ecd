CREATE TABLE "versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"of_seq" bigint,
	"created_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "differs" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "originals" ADD COLUMN "edition" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "originals" DROP CONSTRAINT "originals_pkey";--> statement-breakpoint
ALTER TABLE "originals" ADD CONSTRAINT "originals_document_id_edition_pk" PRIMARY KEY("document_id","edition");--> statement-breakpoint
ALTER TABLE "originals" ADD COLUMN "runs" jsonb;--> statement-breakpoint
ALTER TABLE "originals" ADD COLUMN "imported_by" uuid;--> statement-breakpoint
ALTER TABLE "originals" ADD COLUMN "imported_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "originals" ADD COLUMN "applied_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
UPDATE "originals" SET "imported_by" = d."created_by", "imported_at" = d."created_at", "applied_at" = d."created_at" FROM "documents" d WHERE d."id" = "document_id";--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "original_edition" integer;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "original_start" integer;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "original_end" integer;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "original_quote" text;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "versions_document" ON "versions" USING btree ("document_id","seq");--> statement-breakpoint
CREATE INDEX "versions_workspace" ON "versions" USING btree ("workspace_id");--> statement-breakpoint
ALTER TABLE "originals" ADD CONSTRAINT "originals_imported_by_users_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;