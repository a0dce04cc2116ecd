ALTER TABLE "originals" ADD COLUMN "text_sha256" text NOT NULL;--> statement-breakpoint
CREATE INDEX "originals_text" ON "originals" USING btree ("workspace_id","text_sha256");