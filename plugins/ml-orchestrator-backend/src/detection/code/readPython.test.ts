import { readPython } from './readPython';

const callees = (text: string) =>
  readPython(text).calls.map(({ callee }) => callee);

describe('readPython', () => {
  it('names what is called in full', () => {
    expect(
      callees(`
import a
import a.b
import c.d as e, f
from g.h import i, j as k
from . import local
from ..up import other
from all import *

a.x()
a.b.y()
e.z()
f()
i().chained()
k(1)[0].after()
local()
other()
unknown.method()
`),
    ).toEqual([
      'a.x',
      'a.b.y',
      'c.d.z',
      'f',
      '.chained',
      'g.h.i',
      '.after',
      'g.h.j',
      '..local',
      '..up.other',
      'unknown.method',
    ]);
  });

  it('reads arguments that are text, or a constant that is', () => {
    const [call] = readPython(`
NAME: str = "not simple"
ID = 'churn'
OTHER = ID
call("a", b, ID, f"{ID}", r"raw", "es\\"caped", *rest, x=ID, y="""long""", z=OTHER, **more)
`).calls;
    expect(call.positional.slice(0, 3)).toEqual(['a', undefined, 'churn']);
    expect(call.positional.slice(3).filter(Boolean)).toEqual([]);
    expect(Object.fromEntries(call.named)).toEqual({
      x: 'churn',
      y: 'long',
      z: 'churn',
    });
    expect(call.line).toBe(5);
  });

  it('knows what is decorated', () => {
    const { calls } = readPython(`
from airflow import decorators
@decorators.dag
@other(schedule="x")
def build(): ...
@decorators.task.virtualenv(requirements=[])
async def train(): ...
class Unlike: ...
`);
    expect(calls.map(({ callee, decorates }) => [callee, decorates])).toEqual([
      ['airflow.decorators.dag', 'build'],
      ['other', 'build'],
      ['airflow.decorators.task.virtualenv', 'train'],
    ]);
  });

  it('takes comments and strings for what they are', () => {
    expect(callees(`# call()\n"""\ncall()\n"""\nx = 'call()'\n`)).toEqual([]);
  });
});
