import { test } from '../e2e/fixtures.ts';
import { expectLures, type Lure } from './lures.ts';

/** What the page lays over an open card; those that stay on top come back whenever the card is raised. */
const lures: Lure[] = [
  {
    why: 'a popover elsewhere covers nothing',
    by() {
      const tip = document.body.appendChild(document.createElement('div'));
      tip.popover = 'manual';
      tip.style.cssText = 'position: fixed; inset: auto 0 0 auto; width: 60px; height: 20px';
      tip.showPopover();
    },
    card: 'clear',
  },
  {
    why: 'a popover that is shown for one time over it stays below',
    by() {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh';
      cover.showPopover();
    },
    card: 'clear',
  },
  {
    why: 'a popover over all of it ',
    by(host) {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; pointer-events: none';
      const insist = () => {
        cover.hidePopover();
        cover.showPopover();
      };
      cover.showPopover();
      host.addEventListener('toggle', insist);
    },
    card: 'covered',
  },
  {
    why: 'a popover over a strip of it, which lets the pointer through',
    by(host) {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.textContent = 'Type your name to go on';
      cover.style.cssText =
        'position: fixed; inset: auto; left: 0; top: 0; margin: 0; width: 900px; height: 320px; pointer-events: none';
      const insist = () => {
        cover.hidePopover();
        cover.showPopover();
      };
      cover.showPopover();
      host.addEventListener('toggle', insist);
    },
    card: 'covered',
  },
  {
    why: 'a transparent popover, which still is in the way',
    by(host) {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.popover = 'manual';
      cover.style.cssText =
        'position: fixed; inset: 0; width: 100vw; height: 100vh; background: none; border: 0; pointer-events: none';
      const insist = () => {
        cover.hidePopover();
        cover.showPopover();
      };
      cover.showPopover();
      host.addEventListener('toggle', insist);
    },
    card: 'covered',
  },
  {
    why: 'a modal dialog elsewhere: the card could not be used behind it',
    by() {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.textContent = 'Accept';
      dialog.showModal();
    },
    card: 'closed',
  },
  {
    why: 'the highest z-index of the page: the card is above all of them',
    by() {
      const cover = document.body.appendChild(document.createElement('div'));
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: white';
    },
    card: 'clear',
  },
  {
    why: 'another element made full-screen, which hides every popover',
    by() {
      void document.body.requestFullscreen();
    },
    card: 'closed',
  },
];

test('what covers an open card cannot have it clicked or typed into', ({ context, openPopup, site }) =>
  expectLures({ context, openPopup, site }, lures));
