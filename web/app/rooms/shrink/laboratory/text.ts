/** Longest text that the room reads at every key press; the slowest build needs seconds for a megabyte. */
export const LONGEST = 20_000;

/** What is read until the visitor has written anything. */
export const FIRST_TEXT = 'The acting is superb, but the story never comes alive.';
