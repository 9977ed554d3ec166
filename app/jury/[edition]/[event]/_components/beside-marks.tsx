import { Check, Lock, Plus } from '@/components/ui/icons'
import { type DeviceSheet, noteKey } from '@/domain/judging/device-sheet'
import type { NoteKind } from '@/domain/judging/states'
import { AskText } from './ask-text'
import type { ShownEntry } from './sheet-data'
import type { Say } from './words'

const NOTES = [
  { kind: 'private', word: 'privateNote', help: 'privateHelp', Icon: Lock },
  { kind: 'feedback', word: 'feedback', help: 'feedbackHelp', Icon: Plus },
] as const

/** What a juror gives beside marks: a note of their own, words for the team, or that they cannot judge it. */
export function BesideMarks({
  here: { entry, team },
  notes,
  closed,
  locked,
  onNote,
  onRecuse,
  onDeclare,
  say,
}: {
  here: ShownEntry
  notes: DeviceSheet['notes']
  closed: boolean
  locked: boolean
  onNote: (kind: NoteKind, text: string) => void
  onRecuse: (reason: string) => void
  onDeclare: (reason: string) => void
  say: Say
}) {
  return (
    <div className="grid grid-cols-3 divide-x border-y">
      {NOTES.map(({ kind, word, help, Icon }) => {
        const text = notes[noteKey(entry, kind)] ?? ''
        const Sign = text ? Check : Icon
        return (
          <AskText
            key={`${kind} ${entry}`}
            opener={
              <>
                <Sign className="size-4 shrink-0 max-sm:hidden" aria-hidden="true" />
                {say(word)}
                {text && <span className="sr-only">{say('written')}</span>}
              </>
            }
            title={team}
            label={say(word)}
            help={say(help)}
            text={text}
            needed={false}
            disabled={closed}
            choices={[{ word: say('keep'), help: '', act: (written) => onNote(kind, written) }]}
            say={say}
          />
        )
      })}
      <AskText
        key={`cannot ${entry}`}
        opener={say('cannot')}
        title={say('cannotTitle', { team })}
        label={say('reason')}
        help={say('reasonHelp')}
        text=""
        needed
        disabled={locked}
        choices={[
          { word: say('recuse'), help: say('recuseHelp'), act: onRecuse },
          { word: say('conflict'), help: say('conflictHelp'), act: onDeclare },
        ]}
        say={say}
      />
    </div>
  )
}
