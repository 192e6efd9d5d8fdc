import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CopyButton } from './CopyButton';

const button = (text: string) => (
  <CopyButton label="Copy" done="Copied." text={() => text} />
);

describe('CopyButton', () => {
  it('copies, and says so until there is something else to copy', async () => {
    const user = userEvent.setup();
    const { rerender } = render(button('one'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(screen.getByRole('status')).toHaveTextContent('Copied.');
    rerender(button('two'));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(screen.getByRole('status')).toHaveTextContent('Copied.');
  });
});
