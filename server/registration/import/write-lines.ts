import 'server-only'
import { db } from '@/db/client'
import { importLines } from '@/db/schema'
import type { PlannedList } from '@/domain/registration/import/plan'
import { inChunks } from './chunks'
import { keyOf, type WrittenPeople } from './write-people'
import type { WrittenSeats } from './write-teams'

/** Records what each line did, so that an undo takes back exactly that. */
export async function writeLines(
  importId: string,
  { name, lines }: PlannedList,
  people: WrittenPeople,
  seats: WrittenSeats,
): Promise<void> {
  await inChunks(lines, async (some) => {
    await (await db()).insert(importLines).values(
      some.map(({ line, outcome }) => {
        const person = people.get(keyOf(name, line))
        const seat = seats.get(keyOf(name, line))
        return {
          importId,
          line,
          outcome,
          registrationId: person?.registrationId,
          personCreated: person?.personCreated ?? false,
          registrationCreated: person?.registrationCreated ?? false,
          before: person?.before,
          teamId: seat?.teamId,
          teamCreated: seat?.teamCreated ?? false,
          memberId: seat?.memberId,
        }
      }),
    )
  })
}
