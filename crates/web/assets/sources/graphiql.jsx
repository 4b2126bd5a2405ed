// The GraphQL workbench. Reads where to send requests from the page's data attributes.
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import { createRoot } from 'react-dom/client';
import './graphiql.css';

const element = document.getElementById('graphiql');
const { endpoint, subscriptions, headers, worker } = element.dataset;

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new Worker(worker, { name: label }),
};

const fetcher = createGraphiQLFetcher({
  url: endpoint,
  headers: headers ? JSON.parse(headers) : {},
  subscriptionUrl: subscriptions && new URL(subscriptions, location.href).href.replace(/^http/, 'ws'),
});

createRoot(element).render(<GraphiQL fetcher={fetcher} />);
