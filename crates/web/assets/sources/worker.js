// One file for the three background workers of the editor; the page names the one it wants.
const modules = {
  json: () => import('monaco-editor/esm/vs/language/json/json.worker.js'),
  graphql: () => import('monaco-graphql/esm/graphql.worker.js'),
};
const load = modules[self.name] ?? (() => import('monaco-editor/esm/vs/editor/editor.worker.js'));
load();
