ALTER TABLE "excerpts" ADD COLUMN "context_before" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "context_after" text DEFAULT '' NOT NULL;