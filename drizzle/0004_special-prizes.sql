ALTER TABLE "jurors" ADD COLUMN "award_id" uuid;--> statement-breakpoint
ALTER TABLE "jurors" ADD CONSTRAINT "jurors_award_id_awards_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jurors" ADD CONSTRAINT "jurors_preside_over_the_event" CHECK (not "jurors"."president" or "jurors"."award_id" is null);