ALTER TABLE "entries" ADD COLUMN "late_reason" text;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "late_reason" text;