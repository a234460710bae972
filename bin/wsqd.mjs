#!/usr/bin/env node
// The CLI is TypeScript; tsx reads it, so there is nothing to build before the build.
import { register } from 'tsx/esm/api'

register()
await import('../build/cli.ts')
