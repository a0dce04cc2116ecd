ALTER TABLE "excerpts" ADD COLUMN "important_to" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "excerpts_important" ON "excerpts" USING btree ("workspace_id","document_id") WHERE important_to <> '{}';--> statement-breakpoint
-- Excerpts learn who finds them important by being projected again: when the server starts.
UPDATE "projections" SET "seq" = 0;
