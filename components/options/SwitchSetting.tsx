import { Switch } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';

/** A setting that is on or off: what it is, what it does, and the switch at the end of its row. */
export function SwitchSetting(props: {
  label: string;
  about: ReactNode;
  on: boolean;
  onChange: (on: boolean) => unknown;
}) {
  const [button, label, about] = [useId(), useId(), useId()];
  return (
    <div className="flex items-start gap-4 px-4 py-3">
      <div className="min-w-0 flex-1">
        <label id={label} htmlFor={button} className="block font-medium">
          {props.label}
        </label>
        <p id={about} className="text-soft text-pretty">
          {props.about}
        </p>
      </div>
      <Switch.Root
        id={button}
        nativeButton
        render={<button type="button" />}
        aria-labelledby={label}
        aria-describedby={about}
        checked={props.on}
        onCheckedChange={(on) => void props.onChange(on)}
        className="my-0.5 flex h-5 w-9 shrink-0 items-center rounded-full border border-edge bg-paper p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent forced-colors:data-checked:border-[Highlight] forced-colors:data-checked:bg-[Highlight]"
      >
        <Switch.Thumb className="size-3.5 rounded-full bg-edge transition-transform data-checked:translate-x-4 data-checked:bg-on-accent rtl:data-checked:-translate-x-4 forced-colors:bg-[ButtonText] forced-colors:data-checked:bg-[HighlightText] forced-colors:forced-color-adjust-none" />
      </Switch.Root>
    </div>
  );
}
