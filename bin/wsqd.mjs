#!/usr/bin/env node
// The CLI is TypeScript; tsx reads it, so there is nothing to build before the build.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

// Named, because tsx would look for one where the user stands.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
await import('../build/cli.ts')
