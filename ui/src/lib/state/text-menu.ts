import { isTyping } from "./keys";

/**
 * The menu of the right mouse button is the web view's own: on a page or a link it offers to reload, to go back and to
 * open elsewhere, all of which leads away. It stays where it serves text: in a field, and on words that are selected.
 */
export function keepMenuToText(event: MouseEvent): void {
  if (!isTyping(event.target) && (leads(event.target) || !anythingSelected())) {
    event.preventDefault();
  }
}

function leads(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a") !== null;
}

function anythingSelected(): boolean {
  return getSelection()?.isCollapsed === false;
}
