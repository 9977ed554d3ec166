CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"segment" text NOT NULL,
	"subject" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"written_by" uuid NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"recipients" integer,
	CONSTRAINT "messages_segment" CHECK ("segment" in ('participants', 'unconfirmed', 'without-team', 'captains', 'captains-without-submission', 'waitlisted', 'jurors')),
	CONSTRAINT "messages_sent" CHECK (("messages"."sent_at" is null) = ("messages"."recipients" is null))
);
--> statement-breakpoint
CREATE TABLE "unsubscribes" (
	"person_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unsubscribes_person_id_event_id_pk" PRIMARY KEY("person_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "organization_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"merged_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"moved" jsonb NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL,
	"merged_by" uuid NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" uuid,
	CONSTRAINT "organization_merges_self" CHECK ("organization_merges"."merged_id" <> "organization_merges"."into_id")
);
--> statement-breakpoint
CREATE TABLE "board_cards" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"skills" text[] NOT NULL,
	"languages" text[] NOT NULL,
	"about" text,
	"listed_at" timestamp (3) with time zone NOT NULL,
	"taken_down_at" timestamp (3) with time zone,
	CONSTRAINT "board_cards_some" CHECK (cardinality("board_cards"."skills") <= 12)
);
--> statement-breakpoint
CREATE TABLE "check_in_taps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"registration_id" uuid NOT NULL,
	"present" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"device" text,
	"by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guardian_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"registration_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"link_hash" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"given" boolean,
	"answered_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	CONSTRAINT "guardian_consents_linkHash_unique" UNIQUE("link_hash"),
	CONSTRAINT "guardian_consents_answer" CHECK (("guardian_consents"."given" is null) = ("guardian_consents"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "acknowledgements" (
	"challenge_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"terms" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "acknowledgements_challenge_id_person_id_terms_pk" PRIMARY KEY("challenge_id","person_id","terms")
);
--> statement-breakpoint
CREATE TABLE "decks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"bytes" integer NOT NULL,
	"digest" text,
	"pages" integer,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"begun_by" uuid NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "decks_bytes" CHECK ("decks"."bytes" > 0),
	CONSTRAINT "decks_finished" CHECK (("decks"."finished_at" is null) = ("decks"."digest" is null))
);
--> statement-breakpoint
CREATE TABLE "join_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"message" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"accepted" boolean,
	"answered_at" timestamp (3) with time zone,
	"answered_by" uuid,
	CONSTRAINT "join_requests_answer" CHECK (("join_requests"."accepted" is null) = ("join_requests"."answered_at" is null))
);
--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "retention_months" integer;--> statement-breakpoint
ALTER TABLE "schedule_items" ADD COLUMN "track" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "event_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "message_id" uuid;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "received_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "born_on" date;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "most_teams" integer;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "deck_id" uuid;--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "ip_statement" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "deck_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "ip_statement" text;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_written_by_persons_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribes" ADD CONSTRAINT "unsubscribes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unsubscribes" ADD CONSTRAINT "unsubscribes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_merges" ADD CONSTRAINT "organization_merges_merged_id_organizations_id_fk" FOREIGN KEY ("merged_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_merges" ADD CONSTRAINT "organization_merges_into_id_organizations_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_cards" ADD CONSTRAINT "board_cards_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_taps" ADD CONSTRAINT "check_in_taps_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_taps" ADD CONSTRAINT "check_in_taps_by_persons_id_fk" FOREIGN KEY ("by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian_consents" ADD CONSTRAINT "guardian_consents_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decks" ADD CONSTRAINT "decks_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decks" ADD CONSTRAINT "decks_begun_by_persons_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_requests" ADD CONSTRAINT "join_requests_answered_by_persons_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_event_id_written_at_index" ON "messages" USING btree ("event_id","written_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_merges_once" ON "organization_merges" USING btree ("merged_id") WHERE "organization_merges"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "check_in_taps_registration_id_index" ON "check_in_taps" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "guardian_consents_registration_id_index" ON "guardian_consents" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "decks_entry_id_index" ON "decks" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "join_requests_open_once" ON "join_requests" USING btree ("team_id","person_id") WHERE "join_requests"."answered_at" is null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_event_id_created_at_index" ON "outbox" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once_a_message" ON "outbox" USING btree ("message_id","to_address") WHERE "outbox"."message_id" is not null;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_retention" CHECK ("events"."retention_months" between 1 and 240);--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_most_teams" CHECK ("challenges"."most_teams" >= 1);