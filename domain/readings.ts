/** How this release reads the rules (docs/decisions/0014). A file of its own: the state's schemas need what needs it. */
export const READINGS = 3;
