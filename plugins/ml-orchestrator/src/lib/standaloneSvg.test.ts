import { standaloneSvg } from './standaloneSvg';

describe('standaloneSvg', () => {
  it('keeps the look and drops what only the page understands', () => {
    document.body.innerHTML = `
      <style>.box { fill: red; stroke-width: 3px }</style>
      <div style="background-color: rgb(1, 2, 3)">
        <svg viewBox="0 0 10 10">
          <rect class="box" role="button" tabindex="0" width="4" />
          <text>a &lt; b</text>
        </svg>
      </div>`;
    const file = standaloneSvg(document.querySelector('svg')!);
    const parsed = new DOMParser().parseFromString(file, 'image/svg+xml');
    const box = parsed.querySelector('rect')!;
    expect(parsed.documentElement.namespaceURI).toBe(
      'http://www.w3.org/2000/svg',
    );
    expect(box.getAttribute('style')).toContain('fill: red');
    expect(box.hasAttribute('class')).toBe(false);
    expect(box.hasAttribute('tabindex')).toBe(false);
    expect(parsed.querySelector('text')?.textContent).toBe('a < b');
    expect(parsed.documentElement.getAttribute('style')).toContain(
      'rgb(1, 2, 3)',
    );
  });
});
