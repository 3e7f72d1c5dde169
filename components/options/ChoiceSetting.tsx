import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';

/** A setting with a few values side by side; arrow keys move and choose, as in any radio group. */
export function ChoiceSetting<Value extends string>(props: {
  label: string;
  about: string;
  value: Value;
  choices: readonly { value: Value; name: string }[];
  onChange: (value: Value) => unknown;
}) {
  const [label, about] = [useId(), useId()];
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow basis-48">
        <p id={label} className="font-medium">
          {props.label}
        </p>
        <p id={about} className="text-soft text-pretty">
          {props.about}
        </p>
      </div>
      <RadioGroup
        aria-labelledby={label}
        aria-describedby={about}
        value={props.value}
        onValueChange={(value: Value) => void props.onChange(value)}
        className="flex max-w-full flex-wrap gap-0.5 rounded-md border border-line bg-paper p-0.5"
      >
        {props.choices.map(({ value, name }) => (
          <Radio.Root
            key={value}
            value={value}
            nativeButton
            render={<button type="button" />}
            className="min-h-6 rounded-sm border border-transparent px-2.5 text-soft transition-colors hover:text-ink data-checked:border-edge data-checked:bg-sheet data-checked:font-medium data-checked:text-ink forced-colors:data-checked:border-[Highlight]"
          >
            {name}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
