/**
 * Which index the next interaction takes. By the book it is the LMS's `_count`, and a gap is refused (201, 351: RTE 1.2 §3.4, RTE 2004 §4.2.9). Open edX has
 * no counts and answers '' or what was last set (openedx-scorm-xblock ccef54c), and some hosts count only what was committed: then our own count goes on.
 */
export const nextIndex = (count: string, own: number): number => Math.max(own, /^\d+$/.test(count.trim()) ? Number(count) : 0)
