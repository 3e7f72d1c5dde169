import { sendMessage } from '../extension/messages.ts';

/** Those of the words, given in lower case, that an English dictionary has. Only the background has the dictionary. */
export async function everydayWords(words: string[]): Promise<string[]> {
  const outcome = words.length === 0 ? null : await sendMessage('everydayWords', words);
  return (outcome && 'answer' in outcome && outcome.answer) || [];
}
