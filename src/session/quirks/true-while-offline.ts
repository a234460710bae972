/**
 * Offline, Moodle's request fails, a beacon is "queued", and Commit answers "true" with error 0; its SCORM 1.2 runtime then marks every value as
 * sent and never sends it again unless it changes (scorm_12.js:592; proved on a live Moodle 4.5): a status committed offline is lost for as long as
 * the page stands. So where there is time, the way is tried before anything is committed. A page that goes has no time; what it loses then
 * the journal brings back at the next launch.
 */
export const reaches = async (probe: () => Promise<boolean>): Promise<boolean> => {
  try {
    return await probe()
  } catch {
    return false
  }
}
