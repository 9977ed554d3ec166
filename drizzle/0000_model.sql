CREATE TABLE "competitions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid,
	CONSTRAINT "competitions_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"competition_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"ordinal" integer NOT NULL,
	"year" integer NOT NULL,
	"scope" text NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"final_on" date,
	"final_city" text,
	"team_min" integer DEFAULT 2 NOT NULL,
	"team_max" integer DEFAULT 5 NOT NULL,
	"challenge_owner_conflicts" boolean DEFAULT false NOT NULL,
	CONSTRAINT "editions_slug_unique" UNIQUE("slug"),
	CONSTRAINT "editions_competitionId_ordinal_unique" UNIQUE("competition_id","ordinal"),
	CONSTRAINT "editions_team_size" CHECK ("editions"."team_min" between 1 and "editions"."team_max" and "editions"."team_max" <= 20)
);
--> statement-breakpoint
CREATE TABLE "event_phases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"phase" text NOT NULL,
	"reason" text,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "event_phases_eventId_ordinal_unique" UNIQUE("event_id","ordinal"),
	CONSTRAINT "event_phases_phase" CHECK ("phase" in ('draft', 'registration', 'in-progress', 'judging', 'deliberation', 'sealed', 'published', 'archived'))
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"parent_id" uuid,
	"slug" text NOT NULL,
	"level" text NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"city" text NOT NULL,
	"venue" text,
	"host_event" text,
	"time_zone" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"registration_opens_at" timestamp (3) with time zone,
	"registration_closes_at" timestamp (3) with time zone,
	"submissions_due_at" timestamp (3) with time zone,
	"roster_locks_at" timestamp (3) with time zone,
	"scoring_closes_at" timestamp (3) with time zone,
	"team_min" integer DEFAULT 2 NOT NULL,
	"team_max" integer DEFAULT 5 NOT NULL,
	"capacity" integer,
	"pitch_minutes" integer DEFAULT 8 NOT NULL,
	"first_in_country" boolean DEFAULT false NOT NULL,
	"promotion_slots" integer DEFAULT 1 NOT NULL,
	"promotion_cap_per_root" integer,
	"openness" text DEFAULT 'ranks' NOT NULL,
	"example_data" boolean DEFAULT false NOT NULL,
	CONSTRAINT "events_editionId_slug_unique" UNIQUE("edition_id","slug"),
	CONSTRAINT "events_level" CHECK ("level" in ('city', 'national', 'international')),
	CONSTRAINT "events_openness" CHECK ("openness" in ('winners', 'ranks', 'scores')),
	CONSTRAINT "events_parent" CHECK ("events"."parent_id" <> "events"."id"),
	CONSTRAINT "events_country" CHECK ("events"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "events_dates" CHECK ("events"."ends_at" > "events"."starts_at"),
	CONSTRAINT "events_registration" CHECK ("events"."registration_closes_at" > "events"."registration_opens_at"),
	CONSTRAINT "events_team_size" CHECK ("events"."team_min" between 1 and "events"."team_max" and "events"."team_max" <= 20),
	CONSTRAINT "events_slots" CHECK ("events"."promotion_slots" between 0 and 100),
	CONSTRAINT "events_place" CHECK ("events"."latitude" between -90 and 90 and "events"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "reopenings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "reopenings_two_people" CHECK ("reopenings"."confirmed_by" <> "reopenings"."asked_by")
);
--> statement-breakpoint
CREATE TABLE "schedule_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"place" text,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	CONSTRAINT "schedule_items_dates" CHECK ("schedule_items"."ends_at" >= "schedule_items"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"juror_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assignments_juror_id_entry_id_pk" PRIMARY KEY("juror_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"juror_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"reason" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "ballots_jurorId_entryId_unique" UNIQUE("juror_id","entry_id"),
	CONSTRAINT "ballots_status" CHECK ("status" in ('draft', 'submitted', 'recused', 'absent')),
	CONSTRAINT "ballots_reason" CHECK ("ballots"."status" not in ('recused', 'absent') or coalesce("ballots"."reason", '') <> '')
);
--> statement-breakpoint
CREATE TABLE "conflicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"juror_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid,
	"lifted_reason" text,
	CONSTRAINT "conflicts_kind" CHECK ("kind" in ('institution', 'sponsor', 'coach', 'challenge-owner', 'declared'))
);
--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"award_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"weight" double precision,
	"scale_min" double precision DEFAULT 0 NOT NULL,
	"scale_max" double precision DEFAULT 10 NOT NULL,
	"step" double precision DEFAULT 0.5 NOT NULL,
	CONSTRAINT "criteria_eventId_awardId_position_unique" UNIQUE NULLS NOT DISTINCT("event_id","award_id","position"),
	CONSTRAINT "criteria_scale" UNIQUE("id","scale_min","scale_max"),
	CONSTRAINT "criteria_kind" CHECK ("kind" in ('gate', 'weighted')),
	CONSTRAINT "criteria_weight" CHECK (("criteria"."kind" = 'weighted') = ("criteria"."weight" is not null)),
	CONSTRAINT "criteria_weight_positive" CHECK ("criteria"."weight" > 0),
	CONSTRAINT "criteria_range" CHECK ("criteria"."scale_max" > "criteria"."scale_min" and "criteria"."step" > 0)
);
--> statement-breakpoint
CREATE TABLE "criterion_levels" (
	"criterion_id" uuid NOT NULL,
	"value" double precision NOT NULL,
	"sentence" text NOT NULL,
	CONSTRAINT "criterion_levels_criterion_id_value_pk" PRIMARY KEY("criterion_id","value")
);
--> statement-breakpoint
CREATE TABLE "current_marks" (
	"juror_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"mark_id" uuid NOT NULL,
	CONSTRAINT "current_marks_juror_id_entry_id_criterion_id_pk" PRIMARY KEY("juror_id","entry_id","criterion_id")
);
--> statement-breakpoint
CREATE TABLE "decision_entries" (
	"decision_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "decision_entries_decision_id_entry_id_pk" PRIMARY KEY("decision_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"decided_by" uuid NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "decisions_kind" CHECK ("kind" in ('order', 'share-rank', 'gate-fail', 'gate-pass')),
	CONSTRAINT "decisions_reason" CHECK ("decisions"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "juror_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"juror_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid,
	"claimed_at" timestamp (3) with time zone,
	"claimed_device" text,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "juror_links_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "jurors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid,
	"organization_id" uuid,
	"office" text NOT NULL,
	"position" integer NOT NULL,
	"voting" boolean DEFAULT true NOT NULL,
	"president" boolean DEFAULT false NOT NULL,
	"invented" boolean DEFAULT false NOT NULL,
	"seated_at" timestamp (3) with time zone NOT NULL,
	"unseated_at" timestamp (3) with time zone,
	"last_seen_at" timestamp (3) with time zone,
	CONSTRAINT "jurors_eventId_position_unique" UNIQUE("event_id","position"),
	CONSTRAINT "jurors_event" UNIQUE("id","event_id")
);
--> statement-breakpoint
CREATE TABLE "marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"juror_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"value" double precision,
	"scale_min" double precision NOT NULL,
	"scale_max" double precision NOT NULL,
	"device" text NOT NULL,
	"seq" bigint NOT NULL,
	"replaces" uuid,
	"made_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"late" boolean DEFAULT false NOT NULL,
	"contested" boolean DEFAULT false NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "marks_value" CHECK ("marks"."value" between "marks"."scale_min" and "marks"."scale_max")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"juror_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "notes_kind" CHECK ("kind" in ('private', 'feedback'))
);
--> statement-breakpoint
CREATE TABLE "set_asides" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ballot_id" uuid NOT NULL,
	"conflict_id" uuid,
	"reason" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"set_by" uuid,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" uuid
);
--> statement-breakpoint
CREATE TABLE "organization_aliases" (
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"language" text,
	CONSTRAINT "organization_aliases_organization_id_name_pk" PRIMARY KEY("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "organization_domains" (
	"domain" text PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organization_parents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"parent_id" uuid NOT NULL,
	"since" date,
	"until" date,
	CONSTRAINT "organization_parents_self" CHECK ("organization_parents"."organization_id" <> "organization_parents"."parent_id"),
	CONSTRAINT "organization_parents_dates" CHECK ("organization_parents"."until" >= "organization_parents"."since")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text,
	"kind" text NOT NULL,
	"country" text,
	"seated_in" text,
	"ror_id" text,
	"merged_into_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organizations_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organizations_rorId_unique" UNIQUE("ror_id"),
	CONSTRAINT "organizations_kind" CHECK ("kind" in ('university', 'school', 'academy', 'agency', 'company', 'embassy', 'ministry', 'association', 'incubator')),
	CONSTRAINT "organizations_country" CHECK ("organizations"."country" ~ '^[A-Z]{2}$'),
	CONSTRAINT "organizations_merge" CHECK ("organizations"."merged_into_id" <> "organizations"."id")
);
--> statement-breakpoint
CREATE TABLE "partnerships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "partnerships_eventId_organizationId_role_unique" UNIQUE("event_id","organization_id","role"),
	CONSTRAINT "partnerships_role" CHECK ("role" in ('organizer', 'supporter', 'sponsor', 'challenge-owner', 'venue'))
);
--> statement-breakpoint
CREATE TABLE "meeting_organizations" (
	"meeting_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "meeting_organizations_meeting_id_organization_id_pk" PRIMARY KEY("meeting_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid,
	"held_on" date NOT NULL,
	"city" text NOT NULL,
	"occasion" text,
	"outcome" text,
	"source" text
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"title" text NOT NULL,
	"since" date,
	"until" date,
	CONSTRAINT "offices_dates" CHECK ("offices"."until" >= "offices"."since")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"to_address" text NOT NULL,
	"template" text NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"values" jsonb NOT NULL,
	"dedupe_key" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "outbox_dedupeKey_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "person_emails" (
	"email" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"is_primary" boolean DEFAULT true NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "person_emails_lower" CHECK ("person_emails"."email" = lower("person_emails"."email") and "person_emails"."email" like '%_@_%')
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"time_zone" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"office_id" uuid,
	"event_id" uuid,
	"meeting_id" uuid,
	"team_id" uuid,
	"capacity" text NOT NULL,
	CONSTRAINT "presences_personId_eventId_meetingId_capacity_unique" UNIQUE NULLS NOT DISTINCT("person_id","event_id","meeting_id","capacity"),
	CONSTRAINT "presences_capacity" CHECK ("capacity" in ('witness', 'guest', 'speaker', 'coach', 'occasion', 'participant')),
	CONSTRAINT "presences_one_place" CHECK (num_nonnulls("presences"."event_id", "presences"."meeting_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"event_id" uuid,
	"edition_id" uuid,
	"competition_id" uuid,
	"organization_id" uuid,
	"granted_by" uuid,
	"granted_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid,
	CONSTRAINT "role_grants_role" CHECK ("role" in ('event-organizer', 'event-helper', 'edition-administrator', 'competition-owner', 'organization-partner')),
	CONSTRAINT "role_grants_node" CHECK (case "role_grants"."role"
        when 'edition-administrator' then "role_grants"."edition_id" is not null
        when 'competition-owner' then "role_grants"."competition_id" is not null
        when 'organization-partner' then "role_grants"."organization_id" is not null
        else "role_grants"."event_id" is not null end
        and num_nonnulls("role_grants"."event_id", "role_grants"."edition_id", "role_grants"."competition_id", "role_grants"."organization_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"device" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"link_hash" text NOT NULL,
	"next_path" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"used_at" timestamp (3) with time zone,
	CONSTRAINT "sign_in_codes_linkHash_unique" UNIQUE("link_hash"),
	CONSTRAINT "sign_in_codes_attempts" CHECK ("sign_in_codes"."attempts" <= 5)
);
--> statement-breakpoint
CREATE TABLE "audit_chains" (
	"chain" text PRIMARY KEY NOT NULL,
	"ordinal" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"chain" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"details" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_chain_ordinal_pk" PRIMARY KEY("chain","ordinal"),
	CONSTRAINT "audit_entries_hash" CHECK ("audit_entries"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"partner_id" uuid,
	"entry_id" uuid,
	"result_id" uuid,
	CONSTRAINT "awards_kind" CHECK ("kind" in ('main', 'special', 'audience'))
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"event_id" uuid,
	"metric" text NOT NULL,
	"qualifier" text NOT NULL,
	"value" integer NOT NULL,
	"as_of" date,
	"source" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "claims_qualifier" CHECK ("qualifier" in ('exactly', 'about', 'nearly', 'over')),
	CONSTRAINT "claims_source" CHECK ("claims"."source" <> '')
);
--> statement-breakpoint
CREATE TABLE "delegation_members" (
	"delegation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"substitute" boolean DEFAULT false NOT NULL,
	"invitation_letter" boolean DEFAULT false NOT NULL,
	CONSTRAINT "delegation_members_delegation_id_person_id_pk" PRIMARY KEY("delegation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"promotion_id" uuid NOT NULL,
	"roster_locked_at" timestamp (3) with time zone,
	CONSTRAINT "delegations_promotionId_unique" UNIQUE("promotion_id")
);
--> statement-breakpoint
CREATE TABLE "passed_over" (
	"promotion_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "passed_over_promotion_id_entry_id_pk" PRIMARY KEY("promotion_id","entry_id")
);
--> statement-breakpoint
CREATE TABLE "promotions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_event_id" uuid NOT NULL,
	"to_event_id" uuid NOT NULL,
	"result_id" uuid,
	"slot" integer NOT NULL,
	"state" text NOT NULL,
	"team_entry_id" uuid,
	"parent_entry_id" uuid,
	"rank" integer,
	"reason" text,
	"override" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid,
	CONSTRAINT "promotions_state" CHECK ("state" in ('open', 'offered', 'confirmed', 'accepted', 'declined', 'withdrawn', 'expired')),
	CONSTRAINT "promotions_slot" CHECK ("promotions"."slot" >= 1),
	CONSTRAINT "promotions_holder" CHECK (("promotions"."state" = 'open') = ("promotions"."team_entry_id" is null)),
	CONSTRAINT "promotions_edge" CHECK ("promotions"."from_event_id" <> "promotions"."to_event_id")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"result_id" uuid,
	"release_id" uuid,
	"openness" text,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	CONSTRAINT "publications_resultId_unique" UNIQUE("result_id"),
	CONSTRAINT "publications_releaseId_unique" UNIQUE("release_id"),
	CONSTRAINT "publications_one_thing" CHECK (num_nonnulls("publications"."result_id", "publications"."release_id") = 1),
	CONSTRAINT "publications_openness" CHECK ("openness" in ('winners', 'ranks', 'scores'))
);
--> statement-breakpoint
CREATE TABLE "quotes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"release_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"office_id" uuid,
	"language" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release_texts" (
	"release_id" uuid NOT NULL,
	"language" text NOT NULL,
	"title" text NOT NULL,
	"lead" text,
	"body" text NOT NULL,
	CONSTRAINT "release_texts_release_id_language_pk" PRIMARY KEY("release_id","language")
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"source" text,
	"embargo_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "releases_eventId_slug_unique" UNIQUE("event_id","slug")
);
--> statement-breakpoint
CREATE TABLE "result_ranks" (
	"result_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"rank" integer,
	"score" double precision,
	"decided_by" text,
	"reason" text,
	CONSTRAINT "result_ranks_result_id_entry_id_pk" PRIMARY KEY("result_id","entry_id"),
	CONSTRAINT "result_ranks_rank" CHECK ("result_ranks"."rank" >= 1)
);
--> statement-breakpoint
CREATE TABLE "results" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"snapshot" jsonb NOT NULL,
	"digest" text NOT NULL,
	"note" text,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"sealed_by" uuid NOT NULL,
	CONSTRAINT "results_eventId_version_unique" UNIQUE("event_id","version"),
	CONSTRAINT "results_digest" CHECK ("results"."digest" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "results_note" CHECK ("results"."version" = 1 or coalesce("results"."note", '') <> '')
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"event_id" uuid,
	"purpose" text NOT NULL,
	"given" boolean NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "consents_purpose" CHECK ("purpose" in ('publish-name', 'photo', 'share-with-sponsors'))
);
--> statement-breakpoint
CREATE TABLE "import_lines" (
	"import_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"outcome" text NOT NULL,
	"registration_id" uuid,
	"team_id" uuid,
	"person_created" boolean DEFAULT false NOT NULL,
	"registration_created" boolean DEFAULT false NOT NULL,
	"team_created" boolean DEFAULT false NOT NULL,
	"member_id" uuid,
	"before" jsonb,
	CONSTRAINT "import_lines_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"institution_id" uuid NOT NULL,
	"heading" text NOT NULL,
	"field" text NOT NULL,
	CONSTRAINT "import_mappings_institution_id_heading_pk" PRIMARY KEY("institution_id","heading")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"institution_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"counts" jsonb NOT NULL,
	"imported_at" timestamp (3) with time zone NOT NULL,
	"imported_by" uuid NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"institution_id" uuid,
	"state" text DEFAULT 'registered' NOT NULL,
	"programme" text,
	"study_year" integer,
	"registered_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "registrations_personId_eventId_unique" UNIQUE("person_id","event_id"),
	CONSTRAINT "registrations_state" CHECK ("state" in ('registered', 'waitlisted', 'withdrawn')),
	CONSTRAINT "registrations_year" CHECK ("registrations"."study_year" between 1 and 12)
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"context" text,
	"resource" text,
	"licence" text,
	"licence_owner_id" uuid,
	"acknowledgement_needed" boolean DEFAULT false NOT NULL,
	"invented" boolean DEFAULT false NOT NULL,
	CONSTRAINT "challenges_editionId_code_unique" UNIQUE("edition_id","code")
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"challenge_id" uuid,
	"pitch_order" integer,
	"title" text,
	"summary" text,
	"deck_url" text,
	"video_url" text,
	"demo_url" text,
	"prior_work" text,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "entries_teamId_eventId_unique" UNIQUE("team_id","event_id"),
	CONSTRAINT "entries_eventId_pitchOrder_unique" UNIQUE("event_id","pitch_order"),
	CONSTRAINT "entries_pitch_order" CHECK ("entries"."pitch_order" >= 1)
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"code" text NOT NULL,
	"max_uses" integer NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_code_unique" UNIQUE("code"),
	CONSTRAINT "invitations_code" CHECK ("invitations"."code" ~ '^[A-HJKMNP-Z2-9]{6}$'),
	CONSTRAINT "invitations_uses" CHECK ("invitations"."uses" between 0 and "invitations"."max_uses")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"entry_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"challenge_id" uuid NOT NULL,
	"title" text NOT NULL,
	"summary" text NOT NULL,
	"deck_url" text,
	"video_url" text,
	"demo_url" text,
	"prior_work" text,
	"digest" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"submitted_by" uuid NOT NULL,
	CONSTRAINT "submissions_entryId_version_unique" UNIQUE("entry_id","version"),
	CONSTRAINT "submissions_version" CHECK ("submissions"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"provisional" boolean DEFAULT false NOT NULL,
	"seat" integer NOT NULL,
	"seats" integer NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "team_members_role" CHECK ("role" in ('captain', 'member')),
	CONSTRAINT "team_members_seat" CHECK ("team_members"."left_at" is not null or "team_members"."seat" between 1 and "team_members"."seats")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"institution_id" uuid,
	"seats" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "teams_eventId_slug_unique" UNIQUE("event_id","slug"),
	CONSTRAINT "teams_seats" UNIQUE("id","event_id","seats"),
	CONSTRAINT "teams_seats_range" CHECK ("teams"."seats" between 1 and 20)
);
--> statement-breakpoint
ALTER TABLE "competitions" ADD CONSTRAINT "competitions_owner_id_organizations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_competition_id_competitions_id_fk" FOREIGN KEY ("competition_id") REFERENCES "public"."competitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_phases" ADD CONSTRAINT "event_phases_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_phases" ADD CONSTRAINT "event_phases_entered_by_persons_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_parent_id_events_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_asked_by_persons_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopenings" ADD CONSTRAINT "reopenings_confirmed_by_persons_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedule_items" ADD CONSTRAINT "schedule_items_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_juror_id_jurors_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."jurors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_changed_by_persons_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_assignment" FOREIGN KEY ("juror_id","entry_id") REFERENCES "public"."assignments"("juror_id","entry_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_juror_id_jurors_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."jurors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_recorded_by_persons_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflicts" ADD CONSTRAINT "conflicts_lifted_by_persons_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion_levels" ADD CONSTRAINT "criterion_levels_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_marks" ADD CONSTRAINT "current_marks_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_entries" ADD CONSTRAINT "decision_entries_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_entries" ADD CONSTRAINT "decision_entries_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_jurors_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."jurors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "juror_links" ADD CONSTRAINT "juror_links_juror_id_jurors_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."jurors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "juror_links" ADD CONSTRAINT "juror_links_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurors" ADD CONSTRAINT "jurors_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurors" ADD CONSTRAINT "jurors_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurors" ADD CONSTRAINT "jurors_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_entered_by_persons_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_assignment" FOREIGN KEY ("juror_id","entry_id") REFERENCES "public"."assignments"("juror_id","entry_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "marks" ADD CONSTRAINT "marks_criterion" FOREIGN KEY ("criterion_id","scale_min","scale_max") REFERENCES "public"."criteria"("id","scale_min","scale_max") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_juror_id_jurors_id_fk" FOREIGN KEY ("juror_id") REFERENCES "public"."jurors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_asides" ADD CONSTRAINT "set_asides_ballot_id_ballots_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_asides" ADD CONSTRAINT "set_asides_conflict_id_conflicts_id_fk" FOREIGN KEY ("conflict_id") REFERENCES "public"."conflicts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_asides" ADD CONSTRAINT "set_asides_set_by_persons_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "set_asides" ADD CONSTRAINT "set_asides_lifted_by_persons_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_aliases" ADD CONSTRAINT "organization_aliases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_domains" ADD CONSTRAINT "organization_domains_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_parents" ADD CONSTRAINT "organization_parents_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_parents" ADD CONSTRAINT "organization_parents_parent_id_organizations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_organizations" ADD CONSTRAINT "meeting_organizations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_organizations" ADD CONSTRAINT "meeting_organizations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_emails" ADD CONSTRAINT "person_emails_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_competition_id_competitions_id_fk" FOREIGN KEY ("competition_id") REFERENCES "public"."competitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_granted_by_persons_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_revoked_by_persons_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_partner_id_organizations_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awards" ADD CONSTRAINT "awards_result_id_results_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."results"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_members" ADD CONSTRAINT "delegation_members_delegation_id_delegations_id_fk" FOREIGN KEY ("delegation_id") REFERENCES "public"."delegations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegation_members" ADD CONSTRAINT "delegation_members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passed_over" ADD CONSTRAINT "passed_over_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passed_over" ADD CONSTRAINT "passed_over_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_from_event_id_events_id_fk" FOREIGN KEY ("from_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_to_event_id_events_id_fk" FOREIGN KEY ("to_event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_result_id_results_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."results"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_team_entry_id_entries_id_fk" FOREIGN KEY ("team_entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_parent_entry_id_entries_id_fk" FOREIGN KEY ("parent_entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_changed_by_persons_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_result_id_results_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."results"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_published_by_persons_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quotes" ADD CONSTRAINT "quotes_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_texts" ADD CONSTRAINT "release_texts_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_ranks" ADD CONSTRAINT "result_ranks_result_id_results_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."results"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_ranks" ADD CONSTRAINT "result_ranks_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_sealed_by_persons_id_fk" FOREIGN KEY ("sealed_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_by_persons_id_fk" FOREIGN KEY ("by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_lines" ADD CONSTRAINT "import_lines_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_institution_id_organizations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_institution_id_organizations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_imported_by_persons_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_undone_by_persons_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_institution_id_organizations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_owner_id_organizations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_licence_owner_id_organizations_id_fk" FOREIGN KEY ("licence_owner_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by_persons_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_submitted_by_persons_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team" FOREIGN KEY ("team_id","event_id","seats") REFERENCES "public"."teams"("id","event_id","seats") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_institution_id_organizations_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_parent_id_index" ON "events" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "schedule_items_event_id_index" ON "schedule_items" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "assignments_entry_id_index" ON "assignments" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "ballots_entry_id_index" ON "ballots" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "conflicts_entry_id_index" ON "conflicts" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "conflicts_once" ON "conflicts" USING btree ("juror_id","entry_id","kind") WHERE "conflicts"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "current_marks_entry_id_index" ON "current_marks" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "decisions_event_id_index" ON "decisions" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "jurors_one_seat" ON "jurors" USING btree ("event_id","person_id") WHERE "jurors"."unseated_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "jurors_one_president" ON "jurors" USING btree ("event_id") WHERE "jurors"."president" and "jurors"."unseated_at" is null;--> statement-breakpoint
CREATE INDEX "marks_juror_id_entry_id_criterion_id_index" ON "marks" USING btree ("juror_id","entry_id","criterion_id");--> statement-breakpoint
CREATE INDEX "notes_juror_id_entry_id_kind_index" ON "notes" USING btree ("juror_id","entry_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "set_asides_once" ON "set_asides" USING btree ("ballot_id") WHERE "set_asides"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "organization_parents_organization_id_index" ON "organization_parents" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "organization_parents_parent_id_index" ON "organization_parents" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "offices_person_id_index" ON "offices" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "outbox_sent_at_not_before_index" ON "outbox" USING btree ("sent_at","not_before");--> statement-breakpoint
CREATE INDEX "person_emails_person_id_index" ON "person_emails" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_emails_one_primary" ON "person_emails" USING btree ("person_id") WHERE "person_emails"."is_primary";--> statement-breakpoint
CREATE INDEX "role_grants_person_id_index" ON "role_grants" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_grants_once" ON "role_grants" USING btree ("person_id","role",coalesce("event_id", "edition_id", "competition_id", "organization_id")) WHERE "role_grants"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_person_id_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_codes_email_created_at_index" ON "sign_in_codes" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "audit_entries_object_kind_object_id_index" ON "audit_entries" USING btree ("object_kind","object_id");--> statement-breakpoint
CREATE INDEX "awards_event_id_index" ON "awards" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "claims_edition_id_index" ON "claims" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "promotions_to_event_id_index" ON "promotions" USING btree ("to_event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "promotions_one_active" ON "promotions" USING btree ("from_event_id","to_event_id","slot") WHERE "promotions"."state" in ('open', 'offered', 'confirmed', 'accepted');--> statement-breakpoint
CREATE UNIQUE INDEX "promotions_team_once" ON "promotions" USING btree ("to_event_id","team_entry_id") WHERE "promotions"."state" in ('offered', 'confirmed', 'accepted');--> statement-breakpoint
CREATE INDEX "consents_person_id_event_id_purpose_index" ON "consents" USING btree ("person_id","event_id","purpose");--> statement-breakpoint
CREATE INDEX "imports_event_id_index" ON "imports" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "registrations_event_id_state_index" ON "registrations" USING btree ("event_id","state");--> statement-breakpoint
CREATE INDEX "invitations_team_id_index" ON "invitations" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_one_team" ON "team_members" USING btree ("event_id","person_id") WHERE "team_members"."left_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_seat_once" ON "team_members" USING btree ("team_id","seat") WHERE "team_members"."left_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "team_members_one_captain" ON "team_members" USING btree ("team_id") WHERE "team_members"."role" = 'captain' and "team_members"."left_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name_once" ON "teams" USING btree ("event_id","name_key") WHERE "teams"."deleted_at" is null;