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
  turbopack: {
    resolveAlias: {
      // Asked for by a branch of lib0 that only Node takes; the stand-in for browsers is 6 KB of every document's first load.
      'next/dist/compiled/buffer': './lib/no-buffer.ts',
      'next/dist/compiled/buffer/index.js': './lib/no-buffer.ts',
      // 3 KB for the colours of three warnings.
      'lib0/logging': './lib/no-logging.ts',
    },
  },
  experimental: { agentUpgrade: false },
}

export default config
