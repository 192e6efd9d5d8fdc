import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

/** Props of {@link CopyButton}. */
export interface CopyButtonProps {
  label: string;
  /** Said once it is done. */
  done: string;
  /** What is copied, asked for when the button is pressed. */
  text: () => string;
}

/** Copies a text to the clipboard, and says so. */
export const CopyButton = ({ label, done, text }: CopyButtonProps) => {
  const [{ error }, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState<string>();
  return (
    <>
      <Button
        variant="outlined"
        size="small"
        onClick={() => {
          const now = text();
          copy(now);
          setCopied(now);
        }}
      >
        {label}
      </Button>
      <Typography role="status" variant="body2" component="span">
        {/* What is there to copy may be something else by now. */}
        {copied !== undefined &&
          copied === text() &&
          (error ? error.message : done)}
      </Typography>
    </>
  );
};
