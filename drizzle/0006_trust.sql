CREATE TABLE "edition_locks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"version" integer NOT NULL,
	"reason" text NOT NULL,
	"locked_at" timestamp (3) with time zone NOT NULL,
	"locked_by" uuid NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid,
	CONSTRAINT "edition_locks_editionId_rule_version_unique" UNIQUE("edition_id","rule","version"),
	CONSTRAINT "edition_locks_rule" CHECK ("rule" in ('team-size', 'rubric', 'openness', 'promotion')),
	CONSTRAINT "edition_locks_lifted" CHECK (("edition_locks"."lifted_at" is null) = ("edition_locks"."lifted_by" is null))
);
--> statement-breakpoint
CREATE TABLE "merge_proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"reason" text,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"proposed_by" uuid NOT NULL,
	"merge_id" uuid,
	"answer" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	CONSTRAINT "merge_proposals_self" CHECK ("merge_proposals"."merged_id" <> "merge_proposals"."into_id"),
	CONSTRAINT "merge_proposals_decided" CHECK (("merge_proposals"."decided_at" is null) = ("merge_proposals"."decided_by" is null))
);
--> statement-breakpoint
CREATE TABLE "import_draft_lists" (
	"draft_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"content" "bytea" NOT NULL,
	"encoding" text,
	"separator" text,
	"sheet" text,
	"institution_id" uuid,
	"columns" jsonb,
	"corrections" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"left_out" integer[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "import_draft_lists_draft_id_position_pk" PRIMARY KEY("draft_id","position")
);
--> statement-breakpoint
CREATE TABLE "import_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"touched_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "import_mappings" ALTER COLUMN "field" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "team_members" ADD COLUMN "came_from_id" uuid;--> statement-breakpoint
ALTER TABLE "edition_locks" ADD CONSTRAINT "edition_locks_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_locks" ADD CONSTRAINT "edition_locks_locked_by_persons_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_locks" ADD CONSTRAINT "edition_locks_lifted_by_persons_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_proposals" ADD CONSTRAINT "merge_proposals_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_proposals" ADD CONSTRAINT "merge_proposals_merged_id_organizations_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_proposals" ADD CONSTRAINT "merge_proposals_into_id_organizations_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_proposals" ADD CONSTRAINT "merge_proposals_proposed_by_persons_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_proposals" ADD CONSTRAINT "merge_proposals_merge_id_organization_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."organization_merges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge_proposals" ADD CONSTRAINT "merge_proposals_decided_by_persons_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_draft_lists" ADD CONSTRAINT "import_draft_lists_draft_id_import_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."import_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_draft_lists" ADD CONSTRAINT "import_draft_lists_institution_id_organizations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_drafts" ADD CONSTRAINT "import_drafts_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_drafts" ADD CONSTRAINT "import_drafts_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_came_from_id_teams_id_fk" FOREIGN KEY ("came_from_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "edition_locks_one" ON "edition_locks" USING btree ("edition_id","rule") WHERE "edition_locks"."lifted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "merge_proposals_once" ON "merge_proposals" USING btree ("merged_id","into_id") WHERE "merge_proposals"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "import_drafts_touched_at_index" ON "import_drafts" USING btree ("touched_at");--> statement-breakpoint
CREATE INDEX "import_drafts_person_id_index" ON "import_drafts" USING btree ("person_id");