/** A browser on a busy machine takes longer than Jest's five seconds. */
jest.setTimeout(300_000)
