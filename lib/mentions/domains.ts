interface Host {
  readonly hostname: string;
}
// Every browser and Node has it; the types of plain JavaScript do not.
declare const URL: { new (text: string): Host; canParse(text: string): boolean };

const written = /^(https?:\/\/(?:[^\s/?#@]*@)?)?(?:www\.)?([^\s/?#:@]+?)\.?(:\d+)?([/?#]\S*)?$/i;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u;

/** All of two letters that the root zone has, and `eu`, `uk`, `su`: others are initials, `A.I`. */
const countries =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw';

/** What files end with, and no host does: `Node.js`, `report.pdf`. */
const files =
  'json jsx tsx html htm css scss png jpg jpeg gif svg webp pdf txt csv xml yml yaml toml ini cfg conf log lock exe dll bin dmg iso tar rar doc docx xls xlsx ppt pptx epub php java cpp hpp swift wasm lua bat ico bmp mp3 mp4 wav avi mkv ttf woff';

let topLevels: { countries: Set<string>; files: Set<string> } | undefined;

/** Whether a name on the web may end so. New ones come every year, so all of three letters and more do, but for files. */
function looksTopLevel(text: string): boolean {
  topLevels ??= { countries: new Set(countries.split(' ')), files: new Set(files.split(' ')) };
  if (/^xn--[a-z0-9-]+$/.test(text)) return true;
  if (/^[a-z]{2}$/.test(text)) return topLevels.countries.has(text);
  return /^[a-z]{3,24}$/.test(text) ? !topLevels.files.has(text) : /^[^\p{ASCII}]{2,}$/u.test(text);
}

/**
 * The host that a domain or a pasted address names, without `www.`, as it was written: `https://www.a.ai/b` → `a.ai`.
 * Null where the text is none.
 */
export function hostIn(text: string): string | null {
  if (text.length > 2_000 || !text.includes('.')) return null;
  const [, scheme, host = '', port = '', rest = ''] = written.exec(text) ?? [];
  // Without a scheme, what goes on after the host is no address: `Foo.bar/baz`.
  if (scheme === undefined && port + rest !== '' && rest !== '/') return null;
  const labels = host.split(/[.。．]/);
  if (labels.length < 2 || host.length > 253) return null;
  return labels.every((each) => label.test(each)) && looksTopLevel(labels.at(-1)?.toLowerCase() ?? '')
    ? host
    : null;
}

/** The key of a domain: its host in lower case, in ASCII. Null for any other text. */
export function domainKey(text: string): string | null {
  const host = hostIn(text);
  return host === null ? null : asciiHost(host);
}

function asciiHost(host: string): string | null {
  if (/^[\x21-\x7e]+$/.test(host)) return host.toLowerCase();
  const url = `http://${host}`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

/** A host in text, not in an e-mail address, a path or a longer name. */
const hostInText =
  /(?<![\p{L}\p{N}\p{M}_@.-]|(?<!\/)\/)[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62}(?:\.[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62}){1,20}(?![\p{L}\p{N}\p{M}_@-])/gu;

export interface DomainFinder<T> {
  /** The domains that this host is, or is below of. */
  ofHost(host: string): T[];
  /** Calls with every host in the text that is one of the domains or below of one, the nearest first, and where it stands. */
  find(text: string, onFound: (domain: T, text: string, start: number) => void): void;
}

/** Finds these domains, given by their keys. */
export function domainFinder<T>(domains: ReadonlyMap<string, T>): DomainFinder<T> {
  return { ofHost, find };

  function ofHost(host: string): T[] {
    const found: T[] = [];
    const ascii = asciiHost(host) ?? '';
    for (let at = 0; at < ascii.length; ) {
      const domain = domains.get(ascii.slice(at));
      if (domain !== undefined) found.push(domain);
      const dot = ascii.indexOf('.', at);
      at = dot < 0 ? ascii.length : dot + 1;
    }
    return found;
  }

  function find(text: string, onFound: (domain: T, text: string, start: number) => void): void {
    if (domains.size === 0) return;
    for (const { 0: host, index } of text.matchAll(hostInText)) {
      for (const domain of ofHost(host)) onFound(domain, host, index);
    }
  }
}
