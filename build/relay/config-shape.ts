/** The file of a relay, key by key: what is taken, what stands where a key is left out, and what is said of the rest. */
import { z } from 'zod'
import { isRelayKey } from '../../src/model/relay'

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/

const url = (check: (url: URL) => boolean, expected: string) =>
  z.string(expected).refine((text) => URL.canParse(text) && check(new URL(text)), expected)
const bare = ({ username, password, hash, search }: URL): boolean => !(username || password || hash || search)

const address = z
  .string('host:port, such as 127.0.0.1:8790')
  .refine((text) => /^(\[[0-9a-f:]+\]|[^:\s]+):\d{1,5}$/.test(text), 'host:port, such as 127.0.0.1:8790')
  .transform((text) => {
    const at = text.lastIndexOf(':')
    return { host: text.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(text.slice(at + 1)) }
  })

const credential = z.union(
  [z.strictObject({ env: z.tuple([z.string().min(1), z.string().min(1)]).readonly() }), z.strictObject({ file: z.string().min(1) })],
  'env: [NAME_OF_USER, NAME_OF_PASSWORD], or file: path; never the credential itself',
)

const deployment = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a short name of a-z, 0-9 and -, such as moodle'),
  key: z.string('a key, as "wsqd relay key" makes it').refine(isRelayKey, 'a key, as "wsqd relay key" makes it'),
  origins: z
    .array(
      url(
        (one) => /^https?:$/.test(one.protocol) && one.pathname === '/' && bare(one),
        'an origin, such as https://lms.example.com',
      ).transform((text) => new URL(text).origin),
    )
    .min(1, 'at least one origin, such as https://lms.example.com'),
  homePage: url((one) => /^https?:$/.test(one.protocol), 'an address, such as https://lms.example.com'),
  revoked: z.boolean('true or false').default(false),
})

const share = (most: number) => z.number(`a number from 1 to ${most}`).min(1).max(most)

export const configShape = z.strictObject({
  listen: address.prefault('127.0.0.1:8790'),
  health: z.union([address, z.null()], 'host:port of this machine, or null for none').prefault('127.0.0.1:8791'),
  behindProxy: z.boolean('true or false').default(false),
  lrs: z.strictObject({
    url: url(
      (one) => (one.protocol === 'https:' || (one.protocol === 'http:' && isNear(one.hostname))) && bare(one),
      'https://… without a user, a query or a fragment; http:// only to this machine or a name without a dot',
    ),
    credential,
  }),
  activities: url((one) => bare(one), 'the IRI of the course, as in modules/course.yaml')
    .default('https://webrtcschool.com/xapi/wsqd')
    .transform((iri) => iri.replace(/\/+$/, '')),
  queue: z.strictObject({ folder: z.string().min(1).default('relay-queue'), megabytes: share(100_000).default(1024) }).prefault({}),
  limits: z
    .strictObject({ bodyKB: share(512).default(128), perAddress: share(10_000).default(20), perKey: share(100_000).default(500) })
    .prefault({}),
  deployments: z.array(deployment, 'a list: name, key, origins, homePage of each LMS').min(1, 'at least one deployment'),
})

/** This machine, or one in the same private network by its short name, as containers have it. */
const isNear = (host: string): boolean => LOOPBACK.test(host.replace(/^\[|\]$/g, '')) || !host.includes('.')
