import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Walking through whole pages takes long where many suites share few cores.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

// jsdom does not lay out SVG; the graph only needs some size to place its nodes.
Object.defineProperty(window.SVGElement.prototype, 'getBBox', {
  value: () => ({ x: 0, y: 0, width: 120, height: 40 }),
  configurable: true,
});
