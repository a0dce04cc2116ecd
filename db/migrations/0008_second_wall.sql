ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "actor_aliases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "actors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "themes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "layers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "originals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "excerpt_actors" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "excerpt_themes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "excerpts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "projections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "workspaces" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "room_clients" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "room_quarantine" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "room_snapshots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "room_updates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "audit_log" AS PERMISSIVE FOR ALL TO public USING ("audit_log"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("audit_log"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "actor_aliases" AS PERMISSIVE FOR ALL TO public USING ("actor_aliases"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("actor_aliases"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "actors" AS PERMISSIVE FOR ALL TO public USING ("actors"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("actors"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "themes" AS PERMISSIVE FOR ALL TO public USING ("themes"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("themes"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "documents" AS PERMISSIVE FOR ALL TO public USING ("documents"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("documents"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "layers" AS PERMISSIVE FOR ALL TO public USING ("layers"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("layers"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "originals" AS PERMISSIVE FOR ALL TO public USING ("originals"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("originals"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "versions" AS PERMISSIVE FOR ALL TO public USING ("versions"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("versions"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "excerpt_actors" AS PERMISSIVE FOR ALL TO public USING ("excerpt_actors"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("excerpt_actors"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "excerpt_themes" AS PERMISSIVE FOR ALL TO public USING ("excerpt_themes"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("excerpt_themes"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "excerpts" AS PERMISSIVE FOR ALL TO public USING ("excerpts"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("excerpts"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "projections" AS PERMISSIVE FOR ALL TO public USING ("projections"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("projections"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "invitations" AS PERMISSIVE FOR ALL TO public USING ("invitations"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("invitations"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "members" AS PERMISSIVE FOR ALL TO public USING ("members"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("members"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "workspaces" AS PERMISSIVE FOR ALL TO public USING ("workspaces"."id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("workspaces"."id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "room_clients" AS PERMISSIVE FOR ALL TO public USING ("room_clients"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("room_clients"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "room_quarantine" AS PERMISSIVE FOR ALL TO public USING ("room_quarantine"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("room_quarantine"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "room_snapshots" AS PERMISSIVE FOR ALL TO public USING ("room_snapshots"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("room_snapshots"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "own_workspace_only" ON "room_updates" AS PERMISSIVE FOR ALL TO public USING ("room_updates"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid)) WITH CHECK ("room_updates"."workspace_id" = (select nullif(current_setting('interline.workspace', true), '')::uuid));--> statement-breakpoint
CREATE FUNCTION "audit_head"() RETURNS TABLE ("seq" bigint, "hash" text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT last.seq, last.hash FROM audit_log last ORDER BY last.seq DESC LIMIT 1
$$;
