import type { NextConfig } from 'next'

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
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
  experimental: { agentUpgrade: false },
}

export default config
