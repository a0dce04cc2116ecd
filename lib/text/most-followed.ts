/**
 * Changes in one edit that places in the text are moved through. With more (find and replace, a restored version) moving
 * each place through each change would take seconds: then everything is placed anew.
 */
export const MOST_FOLLOWED = 200
