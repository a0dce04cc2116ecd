ALTER TABLE "comments" ADD COLUMN "act" text DEFAULT 'said' NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "about_id" uuid;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "quote" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_about_id_users_id_fk" FOREIGN KEY ("about_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;