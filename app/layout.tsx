import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import './globals.css'

export const metadata = { title: { default: 'Apogee', template: '%s · Apogee' } }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get('theme')?.value
  return (
    <html lang="en" data-theme={theme}>
      <body>{children}</body>
    </html>
  )
}
