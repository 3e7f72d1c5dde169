import { Tabs } from '@base-ui/react/tabs';

/** The tabs above the lists of a surface; each can say how many its list has. */
export function TabBar<Tab extends string>(props: {
  label: string;
  tabs: readonly { tab: Tab; name: string; count?: number }[];
}) {
  return (
    <Tabs.List aria-label={props.label} className="flex shrink-0 flex-wrap gap-x-1 border-b border-line px-2">
      {props.tabs.map(({ tab, name, count = 0 }) => (
        <Tabs.Tab
          key={tab}
          value={tab}
          className="-mb-px min-h-8 whitespace-nowrap border-b-2 border-transparent px-2 text-soft forced-colors:not-data-active:border-[Canvas] hover:text-ink focus-visible:-outline-offset-2 data-active:border-accent data-active:font-medium data-active:text-ink"
        >
          {name}
          {count > 0 && <span className="ms-1.5 text-small text-soft">{count}</span>}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
