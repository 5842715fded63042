/**
 * The lecture player: chapters and transcript seek, the current line is marked (and never scrolled to by itself),
 * the transcript can be searched, `?t=` starts at a second, the last place is offered again.
 *
 * Space and arrows in the player are the browser's own; K, J, L, C and F are added, while the player has focus.
 */

import { pageKey, read, write } from "./storage.js";

const player = document.querySelector("[data-player]");
const video = player?.querySelector("video");
if (video) start();

function start() {
  const links = [...document.querySelectorAll("a[data-start]")];
  const seconds = (link) => Number(link.dataset.start);
  const cues = links.filter((link) => link.closest(".cues"));
  const chapters = links.filter((link) => link.closest(".chapters"));

  for (const link of links) {
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      seek(seconds(link));
      video.play().catch(() => {});
    });
  }

  function seek(time) {
    video.currentTime = Math.max(0, Math.min(time, video.duration || time));
  }

  // Where we are
  let current;
  function markLine() {
    for (const group of [cues, chapters]) {
      const now = group.findLast?.((link) => seconds(link) <= video.currentTime + 0.05);
      const old = group.find((link) => link.hasAttribute("aria-current"));
      if (old !== now) {
        old?.removeAttribute("aria-current");
        now?.setAttribute("aria-current", "true");
      }
      if (group === cues) current = now;
    }
  }
  video.addEventListener("timeupdate", markLine);
  video.addEventListener("seeking", markLine);

  // Start and resume
  const place = `pedcommons.lecture.${pageKey(location.href)}`;
  const asked = Number(player.dataset.startAt) || 0;
  const kept = read(place, 0);
  const resume = player.querySelector("[data-resume]");
  const clock = (time) => `${Math.floor(time / 60)}:${String(Math.floor(time % 60)).padStart(2, "0")}`;
  if (!asked && kept > 10) {
    resume.hidden = false;
    resume.querySelector("[data-resume-clock]").textContent = clock(kept);
    resume.addEventListener("click", () => {
      seek(kept);
      resume.hidden = true;
      video.focus();
      video.play().catch(() => {});
    });
    video.addEventListener("play", () => (resume.hidden = true), { once: true });
  }
  let written = 0;
  video.addEventListener("timeupdate", () => {
    if (Math.abs(video.currentTime - written) < 5) return;
    written = video.currentTime;
    write(place, Math.floor(written));
  });
  video.addEventListener("ended", () => write(place, 0));

  // Speed
  const rate = player.querySelector("[data-rate]");
  rate.value = String(read("pedcommons.rate", 1));
  if (!rate.value) rate.value = "1";
  video.playbackRate = video.defaultPlaybackRate = Number(rate.value);
  rate.addEventListener("change", () => {
    video.playbackRate = video.defaultPlaybackRate = Number(rate.value);
    write("pedcommons.rate", Number(rate.value));
  });
  player.querySelector("[data-player-tools]").hidden = false;

  // Keys
  const keys = {
    k: () => (video.paused ? video.play().catch(() => {}) : video.pause()),
    j: () => seek(video.currentTime - 10),
    l: () => seek(video.currentTime + 10),
    c: toggleCaptions,
    f: () => (document.fullscreenElement ? document.exitFullscreen() : video.requestFullscreen?.()),
  };
  video.addEventListener("keydown", (event) => {
    const act = keys[event.key.toLowerCase()];
    if (!act || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  function toggleCaptions() {
    const tracks = [...video.textTracks];
    const shown = tracks.find((track) => track.mode === "showing");
    if (shown) shown.mode = "disabled";
    else if (tracks.length) (tracks.find((track) => track.language === document.documentElement.lang) ?? tracks[0]).mode = "showing";
  }

  // Transcript
  const transcript = document.querySelector("[data-transcript-tools]");
  if (transcript) searchable(transcript, cues, () => current);
  markLine();
}

function searchable(tools, cues, current) {
  const found = tools.querySelector("[data-found]");
  const label = tools.querySelector("[data-found-label]");
  const lines = cues.map((link) => ({ link, line: link.closest("li"), slot: link.lastElementChild, text: link.lastElementChild.textContent }));

  tools.querySelector("input").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    let count = 0;
    for (const { line, slot, text } of lines) {
      const hits = wanted ? pieces(text, wanted) : [text];
      const isHit = !wanted || hits.length > 1;
      line.hidden = !isHit;
      count += isHit;
      slot.replaceChildren(...hits.map((piece, index) => (index % 2 ? marked(piece) : piece)));
    }
    found.textContent = wanted ? count : "";
    label.hidden = !wanted;
  });

  tools.querySelector("[data-to-current]").addEventListener("click", () => {
    const link = current() ?? cues[0];
    link.closest("li").hidden = false;
    link.scrollIntoView({ block: "center" });
    link.focus({ preventScroll: true });
  });
  tools.hidden = false;
}

/** `text` cut at each occurrence of `wanted`: plain, hit, plain, hit, … plain. */
function pieces(text, wanted) {
  const cut = [];
  const low = text.toLowerCase();
  let from = 0;
  for (let at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, from)) {
    cut.push(text.slice(from, at), text.slice(at, at + wanted.length));
    from = at + wanted.length;
  }
  return [...cut, text.slice(from)];
}

function marked(text) {
  const element = document.createElement("mark");
  element.textContent = text;
  return element;
}
