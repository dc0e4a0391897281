/** Hiding names and figures while somebody looks on. */
export const discreetWords = {
  hide: "Hide names",
  show: "Show names",
  keys: "Ctrl ⇧ H",
  title: "Hides names and figures while somebody looks on (Ctrl Shift H)",
  hidden: "hidden",
  off: "Names and figures are hidden. Ctrl Shift H shows them again.",
} as const;
