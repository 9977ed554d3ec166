import { cookies } from 'next/headers'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ForgetPages } from '@/components/offline/forget-pages'
import { ownName } from '@/server/people/queries'
import { currentActor } from '@/server/session'
import { leave } from '../(account)/sign-in/actions'
import { chooseTheme } from '../actions'
import { THEMES, themeOf } from '../theme'

const CONTROL = 'inline-flex min-h-12 cursor-pointer items-center px-3 text-sm'

/** The foot of every page: who is signed in, and the look. Forms only, so it works without scripts. */
export async function SiteFoot() {
  const t = await getTranslations('access')
  const name = await ownName(await currentActor())
  return (
    <footer className="mt-16 border-t print:hidden">
      <div className="page flex flex-wrap items-center justify-between gap-x-6 py-1">
        {name ? (
          <form action={leave} className="-ml-3 flex min-w-0 flex-wrap items-center">
            <span className="px-3 py-3 text-muted text-sm [overflow-wrap:anywhere]">
              {`${name.givenName} ${name.familyName}`.trim() || t('nameless')}
            </span>
            <button type="submit" className={`${CONTROL} text-primary`}>
              {t('sign-out')}
            </button>
            <Link href="/me/privacy" className={`${CONTROL} text-primary no-underline`}>
              {t('your-data')}
            </Link>
          </form>
        ) : (
          <>
            <ForgetPages />
            <Link href="/sign-in" className={`${CONTROL} -ml-3 text-primary no-underline`}>
              {t('enter')}
            </Link>
          </>
        )}
        <ThemeSwitch chosen={themeOf((await cookies()).get('theme')?.value)} />
      </div>
    </footer>
  )
}

async function ThemeSwitch({ chosen }: { chosen?: string }) {
  const t = await getTranslations('access')
  return (
    <form action={chooseTheme}>
      <fieldset className="-mx-3 flex">
        <legend className="sr-only">{t('theme')}</legend>
        {(['system', ...THEMES] as const).map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === (chosen ?? 'system')}
            className={`${CONTROL} text-muted aria-pressed:font-semibold aria-pressed:text-text`}
          >
            {t(`theme-${theme}`)}
          </button>
        ))}
      </fieldset>
    </form>
  )
}
