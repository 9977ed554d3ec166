/** One person of the example to step into. */
export interface Role {
  readonly email: string
  readonly name: string
  readonly hint: string
  /** More of the same kind, in a menu: the jurors' seats. */
  readonly seats?: readonly { readonly email: string; readonly name: string }[]
}

export interface RoleBarWords {
  readonly caption: string
  readonly lead: string
  readonly stage: string
  readonly clock: string
  readonly hide: string
  readonly show: string
}

type FormAction = (form: FormData) => Promise<void>

const CELL =
  'grid min-h-14 w-full content-center gap-0.5 px-2.5 py-2 text-left outline outline-line sm:px-3 aria-pressed:bg-primary aria-pressed:text-on-primary'
const HINT = 'text-[.8125rem] opacity-75'

/**
 * The bar at the foot of every page of the demo: one click steps into a role, without scripts. It stands in the flow
 * below the page, so it never covers anything; hidden it is one strip.
 */
export function RoleBar({
  roles,
  current,
  hidden,
  words,
  step,
  toggle,
}: {
  roles: readonly Role[]
  /** The address one acts as; empty for a visitor. */
  current: string
  hidden: boolean
  words: RoleBarWords
  step: FormAction
  toggle: FormAction
}) {
  return (
    <aside
      aria-label={words.caption}
      data-demo-bar
      data-theme="dark"
      className="bg-sunken py-2 text-sm text-text print:hidden"
    >
      <div className="page">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <strong className="font-mono text-xs uppercase tracking-widest">{words.caption}</strong>
          {!hidden && <span className="min-w-0">{words.lead}</span>}
          <span className="font-mono text-[.75rem] uppercase tracking-wider opacity-75 sm:ml-auto">
            {words.stage} · {words.clock}
            {current && ` · ${current}`}
          </span>
          <form action={toggle}>
            <input type="hidden" name="hidden" value={hidden ? '' : 'yes'} />
            <button type="submit" className="min-h-12 cursor-pointer font-semibold text-primary">
              {hidden ? words.show : words.hide}
            </button>
          </form>
        </div>
        {!hidden && (
          <form
            action={step}
            className="mb-2 grid grid-cols-3 gap-px overflow-clip rounded-lg border border-control sm:grid-cols-4 lg:grid-cols-6 xl:grid-cols-11"
          >
            {roles.map((role) =>
              role.seats ? (
                <Seats key={role.email} {...{ role, current }} />
              ) : (
                <One key={role.email} {...{ role, current }} />
              ),
            )}
          </form>
        )}
      </div>
    </aside>
  )
}

function One({ role, current }: { role: Role; current: string }) {
  return (
    <button
      type="submit"
      name="email"
      value={role.email}
      aria-pressed={role.email === current}
      className={`${CELL} cursor-pointer bg-sunken hover:bg-surface`}
    >
      <span className="font-semibold">{role.name}</span>
      <span className={HINT}>{role.hint}</span>
    </button>
  )
}

function Seats({ role, current }: { role: Role; current: string }) {
  const seated = role.seats?.find(({ email }) => email === current)
  return (
    <details className="group bg-sunken" data-seats>
      <summary
        className={`${CELL} h-full group-open:h-auto cursor-pointer list-none hover:bg-surface ${seated ? 'bg-primary text-on-primary' : ''}`}
      >
        <span className="font-semibold">
          {role.name} <span aria-hidden="true">⌄</span>
        </span>
        <span className={HINT}>{seated?.name ?? role.hint}</span>
      </summary>
      <div className="grid grid-cols-3">
        {role.seats?.map(({ email, name }, index) => (
          <button
            key={email}
            type="submit"
            name="email"
            value={email}
            aria-label={name}
            aria-pressed={email === current}
            className="min-h-12 cursor-pointer font-mono hover:bg-surface aria-pressed:bg-primary aria-pressed:text-on-primary"
          >
            {index + 1}
          </button>
        ))}
      </div>
    </details>
  )
}
