import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/javascript';
import { children, lineFinder, type Call, type SourceCode } from './sourceCode';

const typescript = parser.configure({ dialect: 'ts' });

class TypeScriptFile {
  readonly #text: string;
  readonly #lineOf: (offset: number) => number;
  /** Local name → full name. */
  readonly #names = new Map<string, string>();
  readonly imports = new Set<string>();
  readonly calls: Call[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#lineOf = lineFinder(text);
  }

  visit(node: SyntaxNode) {
    if (node.name === 'ImportDeclaration') {
      this.#addImport(node);
    } else if (
      node.name === 'NewExpression' ||
      node.name === 'CallExpression'
    ) {
      const callee = children(node).find(({ name }) =>
        ['MemberExpression', 'VariableName'].includes(name),
      );
      const name = callee && this.#calleeName(callee);
      if (name) {
        this.calls.push({
          ...this.#arguments(node.getChild('ArgList')),
          callee: name,
          line: this.#lineOf(node.from),
        });
      }
    }
  }

  #addImport(node: SyntaxNode) {
    const source = node.getChild('String');
    const module = source && this.#stringOf(source);
    if (!module) {
      return;
    }
    const group = node.getChild('ImportGroup');
    if (!group) {
      const name = node.getChild('VariableDefinition');
      this.imports.add(module);
      if (name) {
        this.#names.set(this.#textOf(name), module);
      }
      return;
    }
    const inner = this.#textOf(group).slice(1, -1);
    for (const part of inner.replace(/\/\/.*|\/\*.*?\*\//g, '').split(',')) {
      const [name, alias] = part
        .trim()
        .replace(/^type /, '')
        .split(/\s+as\s+/);
      if (name) {
        this.imports.add(`${module}.${name}`);
        this.#names.set(alias ?? name, `${module}.${name}`);
      }
    }
  }

  #calleeName(node: SyntaxNode): string | undefined {
    if (node.name === 'VariableName') {
      const name = this.#textOf(node);
      return this.#names.get(name) ?? name;
    }
    if (node.name !== 'MemberExpression') {
      return undefined;
    }
    const property = node.getChild('PropertyName');
    const object = node.firstChild && this.#calleeName(node.firstChild);
    return property ? `${object ?? ''}.${this.#textOf(property)}` : undefined;
  }

  #arguments(list: SyntaxNode | null): Pick<Call, 'positional' | 'named'> {
    const values = (list ? children(list) : []).filter(
      ({ name }) =>
        !['(', ')', ',', 'LineComment', 'BlockComment'].includes(name),
    );
    const named = new Map<string, string | undefined>();
    for (const property of values.flatMap(value =>
      value.name === 'ObjectExpression' ? value.getChildren('Property') : [],
    )) {
      const key = property.getChild('PropertyDefinition');
      if (key) {
        named.set(this.#textOf(key), this.#stringOf(property.lastChild!));
      }
    }
    return { positional: values.map(value => this.#stringOf(value)), named };
  }

  #stringOf(node: SyntaxNode): string | undefined {
    return node.name === 'String'
      ? /^["']([^\\]*)["']$/.exec(this.#textOf(node))?.[1]
      : undefined;
  }

  #textOf(node: SyntaxNode): string {
    return this.#text.slice(node.from, node.to);
  }
}

/**
 * Reads imports and calls of a TypeScript or JavaScript file, as {@link readPython} does
 * for Python: `new` is a call as well, and properties of an object that is an argument
 * are its named arguments.
 */
export function readTypeScript(text: string): SourceCode {
  const file = new TypeScriptFile(text);
  typescript.parse(text).iterate({ enter: ({ node }) => file.visit(node) });
  return { imports: file.imports, calls: file.calls };
}
