CREATE TABLE "paper_readings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"juror_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"pass" integer NOT NULL,
	"value" double precision,
	"read_at" timestamp (3) with time zone NOT NULL,
	"read_by" uuid NOT NULL,
	"mark_id" uuid,
	CONSTRAINT "paper_readings_pass" CHECK ("paper_readings"."pass" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "sheet_signatures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"juror_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "sheet_signatures_fingerprint" CHECK ("sheet_signatures"."fingerprint" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "pitch_draws" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"commitment" text NOT NULL,
	"committed_at" timestamp (3) with time zone NOT NULL,
	"committed_by" uuid,
	"seed" text NOT NULL,
	"drawn_at" timestamp (3) with time zone,
	CONSTRAINT "pitch_draws_commitment" CHECK ("pitch_draws"."commitment" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "stage_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"move" text NOT NULL,
	"entry_id" uuid,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"moved_by" uuid,
	CONSTRAINT "stage_moves_order" UNIQUE("event_id","ordinal"),
	CONSTRAINT "stage_moves_move" CHECK ("move" in ('call', 'start', 'pause', 'resume', 'end', 'skip'))
);
--> statement-breakpoint
ALTER TABLE "jurors" ADD COLUMN "waiting" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "jurors" ADD COLUMN "nudged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "link_id" uuid;--> statement-breakpoint
ALTER TABLE "paper_readings" ADD CONSTRAINT "paper_readings_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_readings" ADD CONSTRAINT "paper_readings_read_by_persons_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_readings" ADD CONSTRAINT "paper_readings_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_readings" ADD CONSTRAINT "paper_readings_assignment" FOREIGN KEY ("juror_id","entry_id") REFERENCES "public"."assignments"("juror_id","entry_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sheet_signatures" ADD CONSTRAINT "sheet_signatures_juror_id_jurors_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."jurors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pitch_draws" ADD CONSTRAINT "pitch_draws_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pitch_draws" ADD CONSTRAINT "pitch_draws_committed_by_persons_id_fk" FOREIGN KEY ("committed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_moves" ADD CONSTRAINT "stage_moves_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_moves" ADD CONSTRAINT "stage_moves_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage_moves" ADD CONSTRAINT "stage_moves_moved_by_persons_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "paper_readings_juror_id_entry_id_criterion_id_index" ON "paper_readings" USING btree ("juror_id","entry_id","criterion_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sheet_signatures_once" ON "sheet_signatures" USING btree ("juror_id") WHERE "sheet_signatures"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "pitch_draws_event_id_index" ON "pitch_draws" USING btree ("event_id");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_link_id_juror_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."juror_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_link_id_index" ON "sessions" USING btree ("link_id");