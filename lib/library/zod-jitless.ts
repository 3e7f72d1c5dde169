import * as z from 'zod';

// Must be evaluated before any schema is built: one built earlier calls `new Function`, which our CSP refuses.
z.config({ jitless: true });
