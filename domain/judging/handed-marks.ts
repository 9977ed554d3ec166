import type { MarkJob } from './device-sheet'

const KIND = 'apogee-marks'

/** One text of handed-over marks: ids that repeat stand once, so that a picture holds many marks. */
interface Part {
  readonly kind: typeof KIND
  readonly juror: string
  readonly devices: readonly string[]
  readonly entries: readonly string[]
  readonly criteria: readonly string[]
  readonly marks: readonly (readonly [
    id: string,
    device: number,
    entry: number,
    criterion: number,
    value: number | null,
    seq: number,
    at: string,
    replaces: string | null,
  ])[]
}

/**
 * A juror's marks as texts that each stand alone, with at most `most` marks in one: a file holds one text, each picture
 * its own. Whoever takes them in may take them in any order, and twice.
 */
export function handOver(juror: string, jobs: readonly MarkJob[], most = jobs.length): string[] {
  const texts: string[] = []
  for (let from = 0; from < jobs.length; from += most) {
    texts.push(JSON.stringify(partOf(juror, jobs.slice(from, from + most))))
  }
  return texts
}

function partOf(juror: string, jobs: readonly MarkJob[]): Part {
  const devices = [...new Set(jobs.map(({ device }) => device))]
  const entries = [...new Set(jobs.map(({ entry }) => entry))]
  const criteria = [...new Set(jobs.map(({ criterion }) => criterion))]
  return {
    kind: KIND,
    juror,
    devices,
    entries,
    criteria,
    marks: jobs.map(({ id, device, entry, criterion, value, seq, at, replaces }) => [
      id,
      devices.indexOf(device),
      entries.indexOf(entry),
      criteria.indexOf(criterion),
      value,
      seq,
      at,
      replaces,
    ]),
  }
}

/** A mark as it was handed over; nothing of it is believed yet. */
export type HandedMark = Readonly<Record<keyof Omit<MarkJob, 'kind'>, unknown>>

/**
 * The marks of texts that stand on a line each, and whose they are. Null when a line is none of ours, or two lines are
 * of different jurors.
 */
export function readHanded(text: string): { juror: string; marks: HandedMark[] } | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const parts = lines.map(readPart)
  const [first] = parts
  if (!first || parts.some((part) => part === null || part.juror !== first.juror)) return null
  const marks = parts.flatMap((part) => part?.marks ?? [])
  return { juror: first.juror, marks }
}

function readPart(line: string): { juror: string; marks: HandedMark[] } | null {
  const part = parsed(line)
  if (!isPart(part)) return null
  const marks = part.marks.map(([id, device, entry, criterion, value, seq, at, replaces]) => ({
    ...{ id, value, seq, at, replaces },
    device: part.devices[device],
    entry: part.entries[entry],
    criterion: part.criteria[criterion],
  }))
  return { juror: part.juror, marks }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const isPart = (part: unknown): part is Part => {
  if (typeof part !== 'object' || part === null) return false
  const { kind, juror, devices, entries, criteria, marks } = part as Record<string, unknown>
  return (
    kind === KIND &&
    typeof juror === 'string' &&
    [devices, entries, criteria, marks].every(Array.isArray) &&
    (marks as unknown[]).every(Array.isArray)
  )
}
