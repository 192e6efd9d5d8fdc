import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';

/** Props of {@link PickerOption}. */
export interface PickerOptionProps {
  selected: boolean;
  label: string;
}

/** One option of a picker, as the catalog's own pickers draw theirs. */
export const PickerOption = ({ selected, label }: PickerOptionProps) => (
  <FormControlLabel
    control={<Checkbox checked={selected} color="primary" />}
    // The option around it takes the click.
    onClick={event => event.preventDefault()}
    label={label}
  />
);
