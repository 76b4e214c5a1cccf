import { DayInput, MomentInput } from './date-inputs.tsx';
import { FileInput } from './file-input.tsx';
import type { InputProps } from './input-props.ts';
import { EitherInput, GroupInput, ListInput, TableInput } from './nested-inputs.tsx';
import { PickInput, PickManyInput } from './pick-inputs.tsx';
import { ChoiceInput, NumberInput, WordsInput, YesNoInput } from './plain-inputs.tsx';
import { TextInput } from './text-input.tsx';
import { optionsOf } from '../model/options.ts';
import { useForm } from '../form-around.ts';

/** The input for a control of whatever kind. */
export function AnyInput(props: InputProps) {
  const { control } = props;
  switch (control.kind) {
    case 'group':
      return <GroupInput {...props} control={control} />;
    case 'either':
      return <EitherInput {...props} control={control} />;
    case 'list':
      return <Several {...props} control={control} />;
    case 'table':
      return <TableInput {...props} control={control} />;
    default:
      return <OneInput {...props} />;
  }
}

function OneInput(props: InputProps) {
  const { control } = props;
  switch (control.kind) {
    case 'words':
      return <WordsInput {...props} control={control} />;
    case 'number':
      return <NumberInput {...props} control={control} />;
    case 'day':
      return <DayInput {...props} control={control} />;
    case 'moment':
      return <MomentInput {...props} control={control} />;
    case 'pick':
      return <PickInput {...props} control={control} />;
    default:
      return <OtherInput {...props} />;
  }
}

function OtherInput(props: InputProps) {
  const { control } = props;
  if (control.kind === 'choice') return <ChoiceInput {...props} control={control} />;
  if (control.kind === 'yes-no') return <YesNoInput {...props} control={control} />;
  if (control.kind === 'file') return <FileInput {...props} control={control} />;
  return control.kind === 'text' ? <TextInput {...props} control={control} /> : null;
}

/** Things that can be listed are marked; everything else comes line by line. */
function Several(props: InputProps<Extract<InputProps['control'], { kind: 'list' }>>) {
  const { choices } = useForm();
  const { item } = props.control;
  const isListed = item.kind === 'pick' && optionsOf(item.of, choices).length > 0;
  return isListed ? <PickManyInput {...props} /> : <ListInput {...props} />;
}
