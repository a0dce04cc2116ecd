import type { NextConfig } from 'next'

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  // Fetched by developer tools only; `npm run bench -- bundle` reads from them what a page is made of.
  productionBrowserSourceMaps: true,
  images: { unoptimized: true },
  // One instance of each in the process: Next's bundles must not carry their own copies (yjs checks constructors).
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@hocuspocus/server',
    '@node-rs/argon2',
    'drizzle-orm',
    'lib0',
    'mammoth',
    'pg',
    'prom-client',
    'unpdf',
    'y-protocols',
    'yjs',
  ],
  // In development Next would print what actions are called with: passwords among it.
  logging: { serverFunctions: false },
  experimental: { agentUpgrade: false },
}

export default config
