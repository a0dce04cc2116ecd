DROP INDEX "excerpt_actors_actor";--> statement-breakpoint
DROP INDEX "excerpt_themes_theme";--> statement-breakpoint
CREATE INDEX "excerpt_actors_actor" ON "excerpt_actors" USING btree ("workspace_id","actor_id","role","annotation_id");--> statement-breakpoint
CREATE INDEX "excerpt_themes_theme" ON "excerpt_themes" USING btree ("workspace_id","theme_id","stance","annotation_id");