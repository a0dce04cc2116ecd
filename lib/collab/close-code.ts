/** Codes with which the server closes a collaboration socket, and what the client does then. */
export const CLOSE = {
  /** The session was ended: stay away until somebody signs in. */
  SIGNED_OUT: 4401,
  /** This client keeps doing what its rights do not allow: stay away. */
  FORBIDDEN: 4403,
  /** The page is older than the server: reload it. */
  OUTDATED: 4426,
  /** The database was restored since the page was loaded; the reason says from a backup of which time (ISO 8601), when known: reload. */
  RESTORED: 4410,
  /** Rights or rooms changed: connect again. */
  RESET: 4205,
  /** A message was larger than the server takes: sending it again is no use. */
  TOO_LARGE: 1009,
  /** Not a message of ours. */
  MALFORMED: 1007,
  /** The database did not take a change: connect again, the handshake sends it again. */
  TRY_AGAIN: 1013,
  /** The server is stopping: connect again. */
  RESTART: 1012,
} as const
