/** What the server answers to a sign-in when it will not look at another password for this address yet. */
export const TOO_MANY_TRIES = 'too-many-tries'
