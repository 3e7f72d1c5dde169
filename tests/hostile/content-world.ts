import { expect, type Frame, type Page } from '@playwright/test';

/** The world of Underline's content script in a page or frame, as a compromised renderer has it in its hands. */
export interface ContentWorld {
  /** Evaluates an expression there and answers its value, promises awaited. */
  evaluate<T>(expression: string): Promise<T>;
  /** Sends a message as our own scripts do; answers what came back, or the browser's refusal in words. */
  send(type: string, data: unknown): Promise<unknown>;
}

/** The content script's world of a page, or of a frame that lives in a process of its own. */
export async function contentWorld(target: Page | Frame): Promise<ContentWorld> {
  const context = 'context' in target ? target.context() : target.page().context();
  const session = await context.newCDPSession(target);
  const { frameTree } = await session.send('Page.getFrameTree');
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
    if (name === 'Underline' && auxData?.frameId === frameTree.frame.id) worlds.push(id);
  });
  await session.send('Runtime.enable');
  await expect.poll(() => worlds.length, 'the content script runs').toBe(1);

  return { evaluate, send };

  async function evaluate<T>(expression: string): Promise<T> {
    const [contextId] = worlds;
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: contextId ?? 0,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  function send(type: string, data: unknown): Promise<unknown> {
    const message = JSON.stringify({ type, data });
    return evaluate(`chrome.runtime.sendMessage(${message}).catch((error) => 'refused: ' + error.message)`);
  }
}
