/**
 * A blank mode is a normal one. Open edX answers '' when asked for the mode, in either standard (openedx-scorm-xblock ccef54c: the value is
 * returned inside an asynchronous callback); 1.2 hosts without the optional modes do the same. Only a clear word means review:
 * RTE 1.2 §3.4, RTE 2004 §4.2.16: `browse`, `review`; and `no-credit`, which says that nothing will count.
 */
export const isReview = (mode: string, credit: string): boolean =>
  /^(review|browse)$/i.test(mode.trim()) || /^no-credit$/i.test(credit.trim())
