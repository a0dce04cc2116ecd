/** Where the people of the sample have their addresses; `.example` is nobody's. */
export const SAMPLE_DOMAIN = 'interline.example'
