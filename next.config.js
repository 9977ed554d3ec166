import createNextIntlPlugin from 'next-intl/plugin'
import { FILE_HEADERS, SECURITY_HEADERS } from './server/security-headers.mjs'

const withMessages = createNextIntlPlugin('./server/messages.ts')

const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }))

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  headers: async () => [
    { source: '/:path*', headers: listed(SECURITY_HEADERS) },
    { source: '/api/v1/entries/:entry/deck/:page*', headers: listed(FILE_HEADERS) },
  ],
  serverExternalPackages: [
    '@electric-sql/pglite',
    'pg',
    'nodemailer',
    'pdfkit',
    '@hyzyla/pdfium',
    'fast-png',
  ],
  // `npm test` checks the types; a build that did it again would keep the first visitor waiting.
  typescript: { ignoreBuildErrors: true },
  // Several universities' lists come in one request; twenty-five megabytes are the limit of one list.
  experimental: { serverActions: { bodySizeLimit: '30mb' }, proxyClientMaxBodySize: '30mb' },
  turbopack: { root: import.meta.dirname },
}

export default withMessages(config)
