/** Stands for Node's Buffer in browsers, where nothing of ours uses it: see next.config.ts. */
export const Buffer = undefined
