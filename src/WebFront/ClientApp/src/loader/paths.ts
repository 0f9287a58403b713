/** Whether a path fits a pattern in which `*` stands for any run of characters. */
export function fits(path: string, pattern: string): boolean {
  const literal = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${literal}$`).test(path);
}
