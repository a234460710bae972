/**
 * Commit is a synchronous request in most hosts: 200–900 ms of a frozen page on a live Moodle, and more on a bad line (lms-hosts §1.2). A page
 * that is hidden with nothing new to say does not ask a host to do that which took it a second last time: phones hide pages often.
 */
export const isWorthWaiting = (news: boolean, lastTook: number): boolean => news || lastTook < 1000
