/** Breaks text into lines of at most `width` characters; the last one kept ends in `…` if more would follow. */
export function wrapText(
  text: string,
  width: number,
  maxLines: number,
): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word.length > width ? `${word.slice(0, width - 1)}…` : word);
    }
  }
  if (lines.length <= maxLines) {
    return lines;
  }
  const kept = lines.slice(0, maxLines);
  const end = kept[maxLines - 1];
  kept[maxLines - 1] = `${end.slice(0, width - 1)}…`;
  return kept;
}
