/** The ids of what stands below a field: what is wrong, else the hint; and of what is said elsewhere about it. */
export function describedBy(
  id: string,
  hint: string | undefined,
  error: string | undefined,
  elsewhere?: string,
): string | undefined {
  const below = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return [elsewhere, below].filter((each) => each !== undefined).join(" ") || undefined;
}
