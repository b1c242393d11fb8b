/** Most need much less: 52 dates with a decision about each and a year of days left out are about ten kilobytes. */
export const BODY_LIMIT_BYTES = 32 * 1024;

/** For routes that take long lists: hundreds of addresses, or all rooms of a Jitsi server. */
export const LONG_LIST_BYTES = 128 * 1024;
