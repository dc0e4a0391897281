/** The id of what stands below a field: what is wrong, else the hint. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  if (error) {
    return `${id}-error`;
  }
  return hint ? `${id}-hint` : undefined;
}
