// Builds everything in ../served that is not written by hand. Run: npm ci && npm run build
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const served = (name) => join(here, '..', 'served', name);
const installed = (path) => join(here, 'node_modules', path);

const leanEditor = {
  name: 'lean-editor',
  setup({ onResolve }) {
    onResolve({ filter: /^monaco-editor\/esm\/vs\/editor\/edcore\.main\.js$/ }, () => ({
      path: join(here, 'editor.js'),
    }));
    onResolve({ filter: /^prettier\/(parser-babel|plugins\/estree)$/ }, () => ({
      path: join(here, 'json-format.js'),
    }));
    onResolve({ filter: /^prettier\/parser-graphql$/ }, () => ({
      path: installed('prettier/plugins/graphql.mjs'),
    }));
  },
};

const bundle = (entry, outfile) =>
  build({
    entryPoints: [join(here, entry)],
    outfile: served(outfile),
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'none',
    banner: { js: '/*! Licences: see the page of licences and notices. */' },
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
    logLevel: 'warning',
    metafile: true,
    plugins: [leanEditor],
  });

const kern = compile(join(here, 'kern.scss'), {
  style: 'compressed',
  loadPaths: [installed('@kern-ux/native/src/scss/core')],
  silenceDeprecations: ['if-function'],
  quietDeps: true,
});
writeFileSync(served('kern.css'), `${kern.css}\n`);

copyFileSync(installed('htmx.org/dist/htmx.min.js'), served('htmx.js'));
for (const weight of ['Regular', 'Medium', 'SemiBold']) {
  copyFileSync(
    installed(`@kern-ux/native/dist/fonts/fira-sans/FiraSans-${weight}.woff2`),
    served(`fira-sans-${weight.toLowerCase()}.woff2`),
  );
}

const bundled = [
  await bundle('graphiql.jsx', 'graphiql.js'),
  await bundle('worker.js', 'graphiql-worker.js'),
].flatMap(({ metafile }) => Object.keys(metafile.inputs));

const packages = bundled
  .map((file) => file.match(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//))
  .filter(Boolean)
  .map(([folder]) => folder);

const notice = (folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((entry) => /^(licen[cs]e|thirdpartynotices)(\.|$)/i.test(entry));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return [`${name} ${version} (${license})`, ...(texts.length ? texts : ['It has no licence file.'])].join('\n\n') + '\n';
};

const rule = `\n${'-'.repeat(80)}\n\n`;
const folders = ['@kern-ux/native', 'htmx.org'].map((name) => `node_modules/${name}/`);
const notices = [...new Set([...folders, ...packages])].sort().map(notice);
notices.push(readFileSync(join(here, 'fira-sans.txt'), 'utf8'));
writeFileSync(served('notices.txt'), notices.join(rule));
