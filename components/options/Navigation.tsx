import {
  AtSign,
  Database,
  Globe,
  Info,
  Keyboard,
  type LucideIcon,
  Paintbrush,
  ShieldCheck,
} from 'lucide-react';
import { t } from '../../lib/library/text.ts';
import { HashLink } from '../Link.tsx';
import { optionsSections, type SectionId } from './sections.ts';

const icons: Record<SectionId, LucideIcon> = {
  detection: AtSign,
  sites: Globe,
  appearance: Paintbrush,
  data: Database,
  shortcuts: Keyboard,
  privacy: ShieldCheck,
  about: Info,
};

/** The sections, beside what they hold; above it where there is no room. */
export function Navigation({ current }: { current: SectionId }) {
  return (
    <nav aria-label={t('options.sections')} className="mt-5 self-start md:sticky md:top-4 md:-ms-2.5">
      <ul className="flex flex-wrap gap-0.5 md:flex-col">
        {optionsSections().map(({ id, title }) => {
          const Icon = icons[id];
          return (
            <li key={id}>
              <HashLink
                to={id}
                aria-current={id === current ? 'page' : undefined}
                className="flex min-h-8 items-center gap-2 rounded-md border border-transparent px-2.5 text-soft transition-colors hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-ink forced-colors:aria-[current]:border-[Highlight]"
              >
                <Icon aria-hidden="true" className="size-4 shrink-0 max-md:hidden" strokeWidth={1.75} />
                {title}
              </HashLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
