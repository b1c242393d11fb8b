/**
 * What stands behind the # of a Jitsi address. Jitsi reads each value as JSON, the token too (jitsi-meet
 * `base/util/parseURLParams`); the browser never sends it to a server.
 */
export function entryFragment(who: Record<string, string>, subject: string): string {
  const values = {
    ...who,
    'config.subject': subject,
    'config.prejoinConfig.enabled': true,
    'config.startWithAudioMuted': true,
    'config.startWithVideoMuted': true,
  };
  const parts = Object.entries(values).map(
    ([key, value]) => `${key}=${encodeURIComponent(JSON.stringify(value))}`,
  );
  return parts.join('&');
}
