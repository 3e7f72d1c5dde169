import './zod-jitless.ts';
import * as z from 'zod';
import { Source } from './schema.ts';
import { cleanSourceUrl } from './source-url.ts';
import { t } from './text.ts';

/** A source as it enters the library: whatever a surface sends, only the cleaned address gets in. */
export const TakenSource = Source.extend({
  url: z.string().transform((raw, context) => {
    const url = cleanSourceUrl(raw);
    if (url !== null) return url;
    context.addIssue({ code: 'custom', message: t('lib.misfit.address') });
    return z.NEVER;
  }),
});
