// What the look of the tree depends on; the theme's classes do not leave the page.
const LOOK = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'text-decoration',
];

/** A drawing of the page as a file of its own, looking as it does on the page. */
export function standaloneSvg(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((original, i) => {
    const look = window.getComputedStyle(original);
    LOOK.forEach(property =>
      copies[i].style.setProperty(property, look.getPropertyValue(property)),
    );
    ['class', 'role', 'tabindex'].forEach(name =>
      copies[i].removeAttribute(name),
    );
  });
  copy.style.backgroundColor = pageColour(drawing);
  return new XMLSerializer().serializeToString(copy);
}

/** Text in a theme's colour is lost on another background. */
function pageColour(element: Element): string {
  for (
    let current: Element | null = element;
    current;
    current = current.parentElement
  ) {
    const colour = window.getComputedStyle(current).backgroundColor;
    if (colour && !/^(transparent|rgba\(.*, 0\))$/.test(colour)) {
      return colour;
    }
  }
  return '';
}
