ALTER TABLE "excerpts" ADD COLUMN "original_start_point" integer;--> statement-breakpoint
ALTER TABLE "excerpts" ADD COLUMN "original_end_point" integer;--> statement-breakpoint
-- The rows gained the words of the original: every document is projected anew when the server starts.
UPDATE "projections" SET "seq" = 0;
