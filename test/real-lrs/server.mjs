/**
 * `node server.mjs <folder with node_modules> <Authorization>`: Learning Locker's statements service, in memory, for this machine only. Says
 * `{"port":…}` on stdout, and ends when stdin does: with the test that started it, however that ends.
 *
 * Put together by hand, since the package's own server listens on every interface, asks for MongoDB and Redis, and lets anyone in.
 */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { memoryOf } from './memory.mjs'

const [folder = '', authorization = ''] = process.argv.slice(2)
const load = createRequire(join(folder, 'package.json'))
const locker = (/** @type {string} */ path) => load(`@learninglocker/xapi-statements/dist/${path}`).default
const models = readdirSync(join(folder, 'node_modules/@learninglocker/xapi-statements/dist/repo/modelsRepo'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'utils')
  .map(({ name }) => name)

const client = {
  _id: '5a0000000000000000000001',
  title: 'Tests',
  authority: { objectType: 'Agent', account: { homePage: 'https://lrs.example', name: 'tests' } },
  isTrusted: true,
  lrs_id: '5a0000000000000000000002',
  organisation: '5a0000000000000000000003',
  scopes: ['all'],
}
const Unauthorised = load('jscommons/dist/errors/Unauthorised').default
const repo = {
  ...locker('repo/eventsRepo/utils/fakeEvents/factory')(),
  ...locker('repo/storageRepo/utils/localStorage/factory')({ storageDir: join(folder, 'storage') }),
  ...memoryOf(models, locker),
  getClient: async ({ authToken }) => {
    if (authToken !== authorization) throw new Unauthorised()
    return { client }
  },
}
const silent = () => undefined
const logger = {
  // What it refuses is told in its answer; what breaks in it only here.
  error: (_, why) => void (why instanceof Error && console.error(why)),
  warn: silent,
  info: silent,
  debug: silent,
  silly: silent,
  verbose: silent,
}
const tracker = Promise.resolve(silent)
const service = locker('service')({
  repo,
  logger,
  tracker,
  awaitUpdates: true,
  enableActivityUpdates: true,
  enableActorLowerCasing: true,
  enableAttachmentCreation: true,
  enableAttachmentValidation: true,
  enableConflictChecks: true,
  enableNullRemoval: true,
  enableReferencing: true,
  enableStatementCreation: true,
  enableVoiding: true,
  enableVoidingChecks: true,
})
const config = { service, logger, tracker, translator: locker('translatorFactory')(), allowUndefinedMethod: false, allowFormBody: false }

const express = load('express')
const statements = express.Router()
statements.use(load('jscommons/dist/expressPresenter/mixins/cors').default())
statements.get('', locker('expressPresenter/getStatements')(config))
statements.put('', locker('expressPresenter/putStatement')(config))
statements.post('', locker('expressPresenter/postStatements')(config))
const server = express()
  .use('/xAPI/statements', statements)
  .listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })))
process.stdin.resume().on('end', () => process.exit())
