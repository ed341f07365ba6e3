export const request = (input, output) => ({
  input,
  output,
});
/** A table's client over anything that can carry a call. Plain functions only: the result crosses Electron's bridge. */
export function makeClient(table, call) {
  const client = {};
  for (const channel of channels(table)) {
    const [namespace, method] = channel.split('.');
    (client[namespace] ??= {})[method] = (input = {}) => call(channel, input);
  }
  return client;
}
/** `project.open` → its request, or undefined for a channel that doesn't exist. */
export function lookUp(table, channel) {
  const [namespace, method, ...rest] = channel.split('.');
  if (!namespace || !method || rest.length || !Object.hasOwn(table, namespace)) return undefined;
  const methods = table[namespace];
  return Object.hasOwn(methods, method) ? methods[method] : undefined;
}
export function channels(table) {
  return Object.entries(table).flatMap(([n, methods]) => Object.keys(methods).map((m) => `${n}.${m}`));
}
