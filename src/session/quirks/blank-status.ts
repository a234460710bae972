/**
 * A blank status is a beginning only where nothing was kept. Open edX answers '' for every status, and an `incomplete` sent after `completed`
 * resets its completion (openedx-scorm-xblock ccef54c): so with suspend data, '' is left alone. Elsewhere a status never
 * set must be set at once, because Moodle turns `not attempted` into `completed` at LMSFinish (scorm_12.js:623).
 */
export const isBeginning = (status: string, resumed: string): boolean => (status ? /^(not attempted|unknown)$/.test(status) : !resumed)
