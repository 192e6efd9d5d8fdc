import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { children, lineFinder, type Call, type SourceCode } from './sourceCode';

class PythonFile {
  readonly #text: string;
  readonly #lineOf: (offset: number) => number;
  /** Local name → full name. */
  readonly #names = new Map<string, string>();
  /** Variable of the file → its text, if it is one. */
  readonly #constants = new Map<string, string>();
  readonly imports = new Set<string>();
  readonly calls: Call[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#lineOf = lineFinder(text);
  }

  visit(node: SyntaxNode) {
    switch (node.name) {
      case 'ImportStatement':
        this.#addImport(node);
        break;
      case 'AssignStatement':
        if (node.parent?.name === 'Script') {
          this.#addConstant(node);
        }
        break;
      case 'CallExpression':
        this.#addCall(node.firstChild, node.getChild('ArgList'), node.from);
        break;
      case 'Decorator':
        this.#addDecorator(node);
        break;
      default:
    }
  }

  #addImport(node: SyntaxNode) {
    const tokens = children(node).filter(
      ({ name }) => name !== 'Comment' && name !== '(' && name !== ')',
    );
    const words = tokens.map(token => this.#textOf(token));
    if (words[0] === 'from') {
      const at = words.indexOf('import');
      const module = words.slice(1, at).join('');
      for (const [name, alias] of importedNames(words.slice(at + 1))) {
        this.#bind(alias ?? name, `${module}.${name}`);
      }
      return;
    }
    for (const [name, alias] of importedNames(words.slice(1))) {
      this.imports.add(name);
      // `import a.b` binds `a`; with `as` it binds what is named.
      const [first] = name.split('.', 1);
      this.#names.set(alias ?? first, alias ? name : first);
    }
  }

  #bind(local: string, full: string) {
    this.imports.add(full);
    this.#names.set(local, full);
  }

  #addConstant(node: SyntaxNode) {
    const [target, operator, value, more] = children(node);
    if (target?.name !== 'VariableName' || operator?.name !== 'AssignOp') {
      return;
    }
    const text = value && !more ? this.#stringOf(value) : undefined;
    if (text !== undefined) {
      this.#constants.set(this.#textOf(target), text);
    }
  }

  #addDecorator(node: SyntaxNode) {
    const definition = node.parent?.getChild('FunctionDefinition');
    const name = definition?.getChild('VariableName');
    // A decorator is its names in a row, and perhaps arguments.
    const callee = children(node)
      .filter(child => /^(?:VariableName|PropertyName|\.)$/.test(child.name))
      .map(child => this.#textOf(child))
      .join('');
    if (name && callee) {
      this.calls.push({
        ...this.#arguments(node.getChild('ArgList')),
        callee: this.#resolve(callee),
        line: this.#lineOf(node.from),
        decorates: this.#textOf(name),
      });
    }
  }

  #addCall(callee: SyntaxNode | null, args: SyntaxNode | null, from: number) {
    // What is called on the result of a call has no name of its own: only its last part.
    const name = callee && this.#calleeName(callee);
    if (name) {
      const line = this.#lineOf(from);
      this.calls.push({ ...this.#arguments(args), callee: name, line });
    }
  }

  #calleeName(node: SyntaxNode): string | undefined {
    if (node.name === 'VariableName') {
      return this.#resolve(this.#textOf(node));
    }
    if (node.name !== 'MemberExpression') {
      return undefined;
    }
    const property = node.getChild('PropertyName');
    const object = node.firstChild && this.#calleeName(node.firstChild);
    return property ? `${object ?? ''}.${this.#textOf(property)}` : undefined;
  }

  #resolve(name: string): string {
    const [first, ...rest] = name.split('.');
    return [this.#names.get(first) ?? first, ...rest].join('.');
  }

  #arguments(list: SyntaxNode | null): Pick<Call, 'positional' | 'named'> {
    const positional: (string | undefined)[] = [];
    const named = new Map<string, string | undefined>();
    for (const argument of splitArguments(list)) {
      const [first, second, third] = argument;
      if (second?.name === 'AssignOp') {
        named.set(this.#textOf(first), third && this.#stringOf(third));
      } else {
        positional.push(
          argument.length === 1 ? this.#stringOf(first) : undefined,
        );
      }
    }
    return { positional, named };
  }

  /** The text of a plain string, or of a variable that is one. */
  #stringOf(node: SyntaxNode): string | undefined {
    const text = this.#textOf(node);
    if (node.name === 'VariableName') {
      return this.#constants.get(text) ?? undefined;
    }
    if (node.name !== 'String') {
      return undefined;
    }
    const match = /^[uU]?(?:'''|"""|'|")([^\\]*?)(?:'''|"""|'|")$/.exec(text);
    return match?.[1];
  }

  #textOf(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to);
  }
}

/**
 * Reads imports and calls of a Python file. What stands in comments and strings is no
 * code, and what a name means depends on the imports alone. A file with mistakes is read
 * as far as it can be.
 */
export function readPython(text: string): SourceCode {
  const file = new PythonFile(text);
  parser.parse(text).iterate({
    enter: ({ node }) => file.visit(node),
  });
  return { imports: file.imports, calls: file.calls };
}

function splitArguments(list: SyntaxNode | null): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const child of list ? children(list) : []) {
    if (child.name === ',') {
      groups.push([]);
    } else if (!['(', ')', 'Comment'].includes(child.name)) {
      groups[groups.length - 1].push(child);
    }
  }
  return groups.filter(({ length }) => length > 0);
}

/** `a . b as c , d` → `[['a.b', 'c'], ['d']]`. */
function importedNames(words: string[]): [string, string?][] {
  return words
    .join(' ')
    .split(',')
    .map(part => part.trim().split(/ as /))
    .filter(([name]) => name)
    .map(([name, alias]) => [name.replace(/ /g, ''), alias?.trim()]);
}
