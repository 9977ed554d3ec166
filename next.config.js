import createNextIntlPlugin from 'next-intl/plugin'

const withMessages = createNextIntlPlugin('./server/messages.ts')

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "style-src 'self' 'unsafe-inline'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
]

const HEADERS = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'referrer-policy', value: 'same-origin' },
  { key: 'x-frame-options', value: 'SAMEORIGIN' },
  { key: 'content-security-policy', value: POLICY.join('; ') },
]

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  headers: async () => [{ source: '/:path*', headers: HEADERS }],
  serverExternalPackages: ['@electric-sql/pglite', 'pg', 'nodemailer', 'pdfkit'],
  // `npm test` checks the types; a build that did it again would keep the first visitor waiting.
  typescript: { ignoreBuildErrors: true },
  // Several universities' lists come in one request; five megabytes are the limit of one list.
  experimental: { serverActions: { bodySizeLimit: '30mb' }, proxyClientMaxBodySize: '30mb' },
  turbopack: { root: import.meta.dirname },
}

export default withMessages(config)
