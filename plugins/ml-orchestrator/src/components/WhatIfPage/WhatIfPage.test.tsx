import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { FixtureApi, guidanceFixture } from '../../__fixtures__';
import { mlOrchestratorApiRef } from '../../api';
import { RouteRefLinks } from '../../links';
import { portfolioRouteRef } from '../../routes';
import { WhatIfPage } from './WhatIfPage';

const render = (search = '', api = new FixtureApi()) => {
  renderInTestApp(
    <RouteRefLinks>
      <WhatIfPage guidance={guidanceFixture} />
    </RouteRefLinks>,
    {
      apis: [
        [mlOrchestratorApiRef, api],
        [permissionApiRef, mockApis.permission()],
      ],
      initialRouteEntries: [`/portfolio/what-if${search}`],
      mountedRoutes: {
        '/portfolio': portfolioRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return api;
};

const changed = () =>
  screen.findByRole('table', { name: 'Pipelines that would change' });

describe('WhatIfPage', () => {
  it('shows what an orchestrator on hold would change, before and after', async () => {
    render();
    expect(
      await screen.findByText(/Choose what to change/),
    ).toBeInTheDocument();
    await userEvent.selectOptions(
      screen.getByLabelText(/^Orchestrator/),
      'AWS Step Functions',
    );
    await userEvent.selectOptions(screen.getByLabelText('New ring'), 'on hold');
    const row = within(await changed()).getByRole('row', {
      name: /Churn training/,
    });
    expect(row).toHaveTextContent(/fits.*no longer fits/);
    expect(row).toHaveTextContent(
      'Step Functions went from recommended to on hold.',
    );
    const fits = screen.getByRole('row', { name: /^fits/ });
    expect(fits).toHaveTextContent('✔ fits220');
    expect(
      within(fits).getByRole('link', { name: 'Today: 2 fit' }),
    ).toHaveAttribute('href', '/portfolio?verdict=fits');
    expect(within(fits).getAllByRole('link')).toHaveLength(1);
    expect(screen.getByText(/of 5 pipelines would change/)).toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: 'From what to what' }),
    ).toHaveTextContent(/1 pipeline: ✔ fits \(Step Functions\) → ▲ no longer/);
    expect(screen.getByText(/^orchestrators:/)).toHaveTextContent(
      'orchestrators: - id: step-functions ring: hold',
    );
  });

  it('tries other evidence, given in the address, on the pipelines of the filters', async () => {
    const api = new FixtureApi();
    const asked = jest.spyOn(api, 'whatIf');
    render(
      '?owner=group%3Adefault%2Fgrowth&change=evidence&question=airflow-today&option=no&of=airflow-mwaa&effect=strongly-for',
      api,
    );
    expect(
      await screen.findByText(
        'Only the pipelines of the filters chosen in the portfolio count.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Answer')).toHaveDisplayValue(
      'No Airflow yet',
    );
    expect(
      await screen.findByText(/of 2 pipelines would change/),
    ).toBeInTheDocument();
    expect(asked).toHaveBeenLastCalledWith({
      owner: ['group:default/growth'],
      layers: [
        {
          questions: [
            {
              id: 'airflow-today',
              options: [
                {
                  id: 'no',
                  evidence: {
                    'airflow-mwaa': {
                      effect: 'strongly-for',
                      because: 'the environment costs money when idle',
                    },
                  },
                },
              ],
            },
          ],
        },
      ],
      offset: 0,
      limit: 50,
    });
    expect(
      screen.getByRole('link', { name: 'Back to the portfolio' }),
    ).toHaveAttribute('href', '/portfolio?owner=group%3Adefault%2Fgrowth');
  });

  it('leads back to the portfolio as it was left', async () => {
    render('?owner=&sort=-owner&show=charts&change=layer&page=3');
    expect(
      await screen.findByRole('link', { name: 'Back to the portfolio' }),
    ).toHaveAttribute('href', '/portfolio?owner=&sort=-owner&show=charts');
  });

  it('loads a layer from a file, and says when nothing would change', async () => {
    render('?change=layer');
    await userEvent.upload(
      await screen.findByLabelText('Load a file'),
      new File(['title: Our guide\n'], 'ours.yaml', { type: 'text/yaml' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('Layer')).toHaveValue('title: Our guide\n'),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'See what would change' }),
    );
    expect(
      await screen.findByText(
        'Nothing would change for any of the 5 pipelines.',
      ),
    ).toBeInTheDocument();
  });

  it('loads the file of a layer again once it is corrected', async () => {
    render('?change=layer');
    const file = new File(['title: Ours\n'], 'ours.yaml');
    const input = await screen.findByLabelText('Load a file');
    await userEvent.upload(input, file);
    const layer = screen.getByLabelText('Layer');
    await waitFor(() => expect(layer).toHaveValue('title: Ours\n'));
    await userEvent.clear(layer);
    await userEvent.upload(input, file);
    await waitFor(() => expect(layer).toHaveValue('title: Ours\n'));
  });

  it('says when the file of a layer is too large, or cannot be read', async () => {
    render('?change=layer');
    const input = await screen.findByLabelText('Load a file');
    await userEvent.upload(input, new File(['x'.repeat(1_000_001)], 'a.yaml'));
    expect(
      await screen.findByText(/too large for a layer: 1001 kB/),
    ).toBeInTheDocument();
    jest
      .spyOn(FileReader.prototype, 'readAsText')
      .mockImplementationOnce(function fail(this: FileReader) {
        this.onerror?.(new ProgressEvent('error') as never);
      });
    await userEvent.upload(input, new File(['a: b'], 'b.yaml'));
    expect(
      await screen.findByText('The file b.yaml could not be read.'),
    ).toBeInTheDocument();
    await userEvent.upload(input, new File(['a: b'], 'b.yaml'));
    await waitFor(() =>
      expect(screen.queryByRole('alert')).not.toBeInTheDocument(),
    );
  });

  it('says where a layer is wrong', async () => {
    const api = new FixtureApi();
    jest.spyOn(api, 'whatIf').mockRejectedValue(
      Object.assign(new Error('400'), {
        statusCode: 400,
        cause: {
          message: 'unknown orchestrator',
          problems: [
            {
              severity: 'error',
              code: 'dangling-id',
              message: 'unknown orchestrator "kubeflw"',
              hint: 'Did you mean "kubeflow"?',
              file: 'layers.0',
              line: 6,
              column: 11,
            },
          ],
        },
      }),
    );
    render('?change=layer', api);
    await userEvent.type(await screen.findByLabelText('Layer'), 'questions:');
    await userEvent.click(
      screen.getByRole('button', { name: 'See what would change' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This guidance could not be served',
    );
    expect(screen.getByText('layer:6:11')).toBeInTheDocument();
    expect(screen.getByText('Did you mean "kubeflow"?')).toBeInTheDocument();
  });

  it('says nothing of the last change while the next one is tried', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'whatIf')
      .mockRejectedValueOnce(new Error('no network'))
      .mockReturnValue(new Promise(() => {}));
    render('?change=ring&of=step-functions&ring=hold', api);
    expect(
      await screen.findByText(/The change could not be tried/),
    ).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText('New ring'), 'allowed');
    expect(await screen.findByTestId('progress')).toBeInTheDocument();
    expect(
      screen.queryByText(/The change could not be tried/),
    ).not.toBeInTheDocument();
  });

  it('says when the backend cannot be asked', async () => {
    const api = new FixtureApi();
    jest.spyOn(api, 'whatIf').mockRejectedValue(new Error('no network'));
    render('?change=ring&of=step-functions&ring=hold', api);
    expect(
      await screen.findByText(/The change could not be tried/),
    ).toBeInTheDocument();
  });
});
