import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin('./server/messages.ts')

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'nodemailer'],
  turbopack: { root: import.meta.dirname },
}

export default withMessages(config)
