// Going to a client's page, for the tests of what stands there.
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { expect } from "vitest";

/** Opens a client from the table of all. */
export async function openFromTable(name: string): Promise<void> {
  const row = document.querySelector<HTMLElement>(`tr[data-name="${name}"]`);
  expect(row, `a line for ${name}`).not.toBeNull();
  await fireEvent.click(within(row as HTMLElement).getByRole("link", { name }));
  await waitFor(() => {
    expect(screen.getByTestId("headline").textContent, "the client's page").toBe(name);
  });
}
