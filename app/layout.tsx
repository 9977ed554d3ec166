import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { baseUrl } from '@/server/env'
import { LOCALE } from '@/server/messages'
import { DemoBar } from './_components/demo-bar'
import { SiteFoot } from './_components/site-foot'
import { themeOf } from './theme'
import './globals.css'

/** Addresses that others open, like a link's picture, are whole: where this installation is reached. */
export function generateMetadata(): Metadata {
  return { metadataBase: new URL(baseUrl()), title: { default: 'Apogee', template: '%s · Apogee' } }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f9fafc' },
    { media: '(prefers-color-scheme: dark)', color: '#080c18' },
  ],
}

/** The frame of every page. Each page brings its own masthead and `<main id="content">`. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeOf((await cookies()).get('theme')?.value)
  const onProjector = (await headers()).get('x-path')?.endsWith('/screen')
  const t = await getTranslations('access')
  return (
    <html lang={LOCALE} data-theme={theme}>
      <body className="flex min-h-dvh flex-col">
        <a
          className="sr-only text-primary focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-20 focus:bg-surface focus:px-4 focus:py-3 focus:font-semibold"
          href="#content"
        >
          {t('skip')}
        </a>
        <div className="flex-1">{children}</div>
        {!onProjector && (
          <>
            <SiteFoot />
            <DemoBar />
          </>
        )}
      </body>
    </html>
  )
}
