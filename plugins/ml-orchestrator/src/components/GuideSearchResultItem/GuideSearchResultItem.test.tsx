import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { GuideSearchResultItem } from './GuideSearchResultItem';

const result = {
  title: 'Lineage',
  text: 'Where a model came from.',
  location: '/ml-orchestrator/learn#term-lineage',
  place: 'term',
};

describe('GuideSearchResultItem', () => {
  it('leads to the place in the guide, and says what it is', async () => {
    renderInTestApp(<GuideSearchResultItem result={result} />);
    expect(
      await screen.findByRole('link', { name: 'Lineage' }),
    ).toHaveAttribute('href', '/ml-orchestrator/learn#term-lineage');
    expect(screen.getByText('Where a model came from.')).toBeInTheDocument();
    expect(screen.getByText('Term')).toBeInTheDocument();
  });

  it('marks what was searched for', async () => {
    renderInTestApp(
      <GuideSearchResultItem
        result={result}
        highlight={{
          preTag: '<b>',
          postTag: '</b>',
          fields: { title: '<b>Line</b>age' },
        }}
      />,
    );
    expect((await screen.findByText('Line')).tagName).toBe('MARK');
  });
});
