/** Imported before anything that makes a schema: the page's policy forbids the code that zod would compile. */
import * as z from 'zod';

z.config({ jitless: true });
