/**
 * A statement as the profile has it (docs/xapi-profile.md), and nothing besides: no attachments, no sub-statements, no authority, no instructor, no
 * other context. Whether it keeps the profile's rules is `brokenRules`' to say; this makes sure that it can be asked.
 */
import { z } from 'zod'
import { extensions, types } from '../../src/xapi/vocabulary'

const text = (most: number) => z.string().max(most)
const words = z.record(text(35), text(2000))
const components = z.array(z.strictObject({ id: text(100), description: words })).max(60)
const iri = text(300)

const definition = z.strictObject({
  type: z.enum([...Object.values(types), 'http://adlnet.gov/expapi/activities/profile']),
  name: words.optional(),
  description: words.optional(),
  interactionType: z.enum(['choice', 'sequencing', 'matching', 'numeric', 'fill-in', 'performance']).optional(),
  correctResponsesPattern: z.array(text(2000)).max(60).optional(),
  choices: components.optional(),
  source: components.optional(),
  target: components.optional(),
  steps: components.optional(),
})
const activity = z.strictObject({ objectType: z.literal('Activity').optional(), id: iri, definition: definition.optional() })
const extension = z.partialRecord(z.enum(Object.values(extensions)), z.union([text(1000), z.number()]))
const number = z.number()

export const statementShape = z.strictObject({
  id: text(36),
  /** Whatever else it says of who this is, is not read. */
  actor: z.object({
    account: z.object({
      name: text(250).refine((name) => name.trim() !== '' && !/[\u0000-\u001f\u007f]/.test(name), 'the LMS’s id of the learner'),
    }),
  }),
  verb: z.object({ id: iri }),
  object: activity,
  result: z
    .strictObject({
      score: z.strictObject({ scaled: number, raw: number.optional(), min: number.optional(), max: number.optional() }).optional(),
      success: z.boolean().optional(),
      completion: z.boolean().optional(),
      response: text(4000).optional(),
      duration: text(30).optional(),
      extensions: extension.optional(),
    })
    .optional(),
  context: z.strictObject({
    registration: z.uuid().optional(),
    language: text(35).optional(),
    contextActivities: z
      .strictObject({
        parent: z.array(activity).max(2).optional(),
        grouping: z.array(activity).max(20).optional(),
        category: z.array(activity).max(2).optional(),
      })
      .optional(),
    extensions: extension.optional(),
  }),
  timestamp: text(30),
})
