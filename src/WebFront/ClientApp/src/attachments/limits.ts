/** The most that a message can carry, and the largest file, in bytes; the server has the same. */
export const mostFiles = 5;
export const largestFile = 10_000_000;
