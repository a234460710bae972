/** `npm run docs`, in the folder of the project: docs/admin from the presets. */
import { readFileSync, writeFileSync } from 'node:fs'
import { adminPages } from './pages'

const folder = 'docs/admin/'
for (const [name, text] of adminPages(readFileSync(`${folder}README.md`, 'utf8'))) writeFileSync(folder + name, text)
