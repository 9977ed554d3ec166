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
  // `npm test` checks the types; a build that did it again would keep the first visitor waiting.
  typescript: { ignoreBuildErrors: true },
  // Several universities' lists come in one request; five megabytes are the limit of one list.
  experimental: { serverActions: { bodySizeLimit: '30mb' }, proxyClientMaxBodySize: '30mb' },
  turbopack: { root: import.meta.dirname },
}

export default withMessages(config)
