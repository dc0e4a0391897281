import { describe, expect, it } from "vitest";
import { asWireError, pagePicture } from "./api";
import { memoryApi } from "./memory";

describe("what comes over the wire", () => {
  it("is a page with its size before its pixels", () => {
    const bytes = new ArrayBuffer(8 + 2 * 3 * 4);
    const head = new DataView(bytes);
    head.setUint32(0, 2, true);
    head.setUint32(4, 3, true);
    new Uint8Array(bytes, 8).fill(200);
    const { width, height, pixels } = pagePicture(bytes);
    expect([width, height], "little-endian width and height").toEqual([2, 3]);
    expect(pixels.length, "four bytes a pixel").toBe(24);
    expect(pixels[0], "the first of them").toBe(200);
  });

  it("keeps an error of the practice, and hides any other", () => {
    const error = { code: "invalid", message: "a client needs a name", hint: "" } as const;
    expect(asWireError(error), "as it came").toBe(error);
    expect(asWireError(new Error("x is undefined")).message, "no internals").toBe("");
    expect(asWireError(undefined).code, "a code that has words").toBe("ledger");
  });
});

describe("the practice in memory", () => {
  it("takes back and does again, as often as there are steps", async () => {
    const api = memoryApi({ empty: true });
    expect(await api.undo(), "nothing to take back").toBeNull();
    await api.sampleLoad();
    const { clients } = await api.start();
    expect(clients, "the sample is there").toBe(9);
    expect((await api.undo())?.key, "what was taken back").toBe("did_load_sample");
    expect((await api.start()).clients, "it is gone").toBe(0);
    expect((await api.redo())?.key, "what was done again").toBe("did_load_sample");
    expect(await api.redo(), "nothing more").toBeNull();
    expect((await api.start()).clients, "it is back").toBe(clients);
  });

  it("refuses a client without a name and changes nothing", async () => {
    const api = memoryApi();
    const { client } = await api.client("quay");
    await expect(api.recordAdd({ ...client, kind: "client", name: " " }), "a sentence").rejects.toMatchObject({
      code: "invalid",
      message: "a client needs a name",
    });
    expect((await api.steps()).undo, "no step").toBeNull();
  });

  it("gives away copies only", async () => {
    const api = memoryApi();
    (await api.client("halden")).client.name = "changed outside";
    expect((await api.client("halden")).client.name, "its own book is untouched").toBe("Halden & Co");
  });
});
