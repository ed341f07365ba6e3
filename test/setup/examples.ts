/** Where nobody watches, fast-check draws the same examples each time: a rare one it finds is for who can look at it. */
import fc from 'fast-check';

if (process.env.CI) fc.configureGlobal({ seed: 20_260_101 });
