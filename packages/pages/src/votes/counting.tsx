/** Who counts a sealed vote outside a sitting and who named them, the lists of numbers, and what a missing number leads to. */
import { mayAddTeller, OFFER_MS } from "@nabat/body";
import { ActButton, ActForm, Day, Facts, Hidden, Notice, Pager, People, Select, Table, Time, useSay } from "@nabat/ui";
import type { CountingShown, ListShown, Person, VoteView } from "@nabat/views";
import type { BodyPage } from "../frame.tsx";
import { peopleToChoose } from "../form-values.ts";
import { pagerLinks } from "../query.ts";
import { labelsOf } from "./figures.ts";
import type { WorkProps } from "./position.tsx";
import { Again, type CountingProps, heldAgainst, Missing } from "./missing.tsx";
import { yetToCount } from "./tallies.tsx";

/** Lines of a list shown at once. */
const LINES = 100;

/** Everything that a vote's page says of its counting, with what the viewer may do about it. */
export function Counting({ page, view, next, roll }: WorkProps & { readonly roll: readonly Person[] }) {
  const { t } = useSay();
  const { counting } = view;
  // The tellers of a sitting stand among its figures; there is nothing more to say until they have counted.
  if (!counting || (counting.there && counting.lists.length === 0)) return null;
  const props = { page, view, next, counting };
  return (
    <section>
      <h2>{t(counting.there ? "telling-lists" : "telling")}</h2>
      {!counting.there && (
        <Facts
          rows={[
            [t("telling-named"), <People of={[counting.named]} />],
            [t("telling-added"), counting.added.length > 0 ? <People of={counting.added} /> : undefined],
            [t("telling-drawn"), counting.drawn.length > 0 ? <People of={counting.drawn} /> : undefined],
          ]}
        />
      )}
      {view.status === "called" && <BeforeItOpens {...props} roll={roll} />}
      {counting.you.reveal && <Reveal {...props} />}
      <Standing counting={counting} />
      {!yetToCount(page, view) && counting.lists.map((list) => <List key={list.hash} {...props} list={list} />)}
      {counting.there && !view.result && <p class="read">{t("telling-there")}</p>}
      {counting.you.miss && <Missing {...props} />}
      {counting.you.missed && <p class="read">{t("telling-missed")}</p>}
      {counting.again && <Again {...props} />}
    </section>
  );
}

function BeforeItOpens({ page, view, next, counting, roll }: CountingProps & { readonly roll: readonly Person[] }) {
  const say = useSay();
  const { t } = say;
  const { state, viewer, now } = page.reader;
  const vote = state.votes.votes.get(view.id);
  const fits = (p: Person): boolean =>
    vote !== undefined && viewer.member !== undefined && mayAddTeller(state, vote, viewer.member, now, p.id).ok;
  return (
    <>
      <p class="read">{t("telling-opens", { when: say.date(counting.opens), n: counting.addedBy })}</p>
      {counting.signed.map(({ teller, n }) => (
        <p key={teller.id}>{t("telling-signed", { name: teller.name ?? "", n, of: counting.addedBy })}</p>
      ))}
      {counting.lot.of > 0 && <p class="soft">{t("telling-lot", { n: counting.lot.revealed, of: counting.lot.of })}</p>}
      {counting.you.addTeller && (
        <ActForm act="teller.add" body={page.reader.body} next={next} submit={t("telling-add-do")}>
          <Hidden name="vote" value={view.id} />
          <Select name="teller" label={t("telling-add")} options={peopleToChoose(roll.filter(fits))} id="add-teller" />
        </ActForm>
      )}
    </>
  );
}

/** The device does this by itself where its secret is; the button is for when it didn't. */
function Reveal({ page, view, next, counting }: CountingProps) {
  const { t } = useSay();
  const { reveal } = counting.you;
  if (!reveal) return null;
  return (
    <ActForm
      act="teller.reveal"
      body={page.reader.body}
      next={next}
      submit={t("telling-reveal-do")}
      data={{ special: "teller.reveal", commit: reveal.commit }}
    >
      <p class="read">{t("telling-reveal")}</p>
      <Hidden name="vote" value={view.id} />
      {reveal.recount && <Hidden name="recount" value="true" as="true" />}
    </ActForm>
  );
}

/** Where the counting stands: what is waited for, what fell and why. */
function Standing({ counting }: { readonly counting: CountingShown }) {
  const say = useSay();
  const { t } = say;
  const { fate, until, why, lists, listUntil } = counting;
  const stuck = counting.again?.lot?.enough === false;
  if (fate === "fallen")
    return (
      <Notice tone="warn" title={t("telling-fallen")} level={3}>
        <p>{t(`telling-fallen-${why ?? "lists-differ"}`, { n: counting.missing })}</p>
      </Notice>
    );
  if (fate === "uncounted")
    return (
      <Notice tone="warn" title={t("telling-uncounted")} level={3}>
        <p>{t("telling-uncounted-what")}</p>
      </Notice>
    );
  if (fate === "contested")
    return (
      <Notice tone="warn" title={t(`telling-contested${stuck ? "-few" : ""}`)} level={3}>
        <p>{t("telling-contested-what", { n: counting.missing, when: say.date(until ?? counting.opens) })}</p>
      </Notice>
    );
  // Nobody counts once more for them, and nothing waits (V-59).
  const few = counting.missing > 0 && !counting.again && lists.length === 1;
  return (
    <>
      {listUntil !== undefined && <p class="read">{t("telling-list-until", { when: say.date(listUntil) })}</p>}
      {few && <p class="read">{t("telling-missing-few", { n: counting.missing })}</p>}
      {fate === "waiting" && lists.length > 0 && until !== undefined && (
        <p class="read">{t("telling-waits", { when: say.date(until) })}</p>
      )}
    </>
  );
}

function List({ page, view, list, counting }: CountingProps & { readonly list: ListShown }) {
  const say = useSay();
  const { t } = say;
  const labels: Readonly<Record<string, string>> = view.ballot ? labelsOf(say, view) : {};
  const named = (choice: string | readonly string[]): string =>
    (typeof choice === "string" ? [choice] : choice.length === 0 ? ["blank"] : choice)
      .map((c) => labels[c] ?? (c === "invalid" ? t("part-invalid") : t(view.ballot ? "position" : `position-${c}`)))
      .join(", ");
  const from = Math.max(0, Number(page.c.req.query("numbers") ?? 0) || 0);
  const shown = (list.lines ?? []).slice(from, from + LINES);
  const total = list.lines?.length ?? 0;
  const links = pagerLinks(page.c, from + LINES < total ? from + LINES : undefined, true, "numbers");
  return (
    <details id={`list-${list.hash.slice(0, 8)}`} open={!view.result || counting.you.miss}>
      <summary>{t("telling-list", { names: list.tellers.map((p) => p.name ?? "").join(", ") })}</summary>
      <p>
        {t("entered")} <Time at={list.at} />. {t("telling-list-what")}
      </p>
      {view.you.cast ? (
        <div
          class="island"
          data-island="own-number"
          data-props={JSON.stringify({
            vote: view.id,
            list: list.hash,
            file: list.file,
            counts: list.counts,
            of: heldAgainst(view),
            say: counting.you.miss,
          })}
        />
      ) : (
        page.reader.viewer.standing === "member" && <p class="soft">{t("telling-not-cast")}</p>
      )}
      {list.holds === false && <p class="wrong">{t("telling-list-false")}</p>}
      {list.lines ? (
        <>
          <Table
            columns={[{ name: t("telling-number") }, { name: t("position") }]}
            rows={shown.map(([number, choice]) => [<span class="key">{number}</span>, named(choice)])}
          />
          <Pager shown={shown.length} total={total} {...links} />
        </>
      ) : (
        <p class="wrong">{t("telling-list-gone")}</p>
      )}
    </details>
  );
}

/** Offering to count, or withdrawing that (V-51): on the page of all votes' tellers' work, one's own. */
export function OfferToCount({ page, next, offered }: { page: BodyPage; next: string; offered: boolean }) {
  const { t } = useSay();
  const { state, viewer } = page.reader;
  const offer = viewer.member === undefined ? undefined : state.votes.offers.get(viewer.member);
  return offered ? (
    <>
      {offer && (
        <p>
          {t("offer-stands")} <Day at={offer.at + OFFER_MS} />.
        </p>
      )}
      <ActButton
        quiet
        act="teller.offer.end"
        body={page.reader.body}
        next={next}
        submit={t("offer-end-do")}
        warning={t("offer-end-what")}
        of={{}}
      />
    </>
  ) : (
    <ActButton
      quiet
      act="teller.offer"
      body={page.reader.body}
      next={next}
      submit={t("offer-do")}
      warning={t("offer-what")}
      of={{}}
      data={{ special: "teller.offer" }}
    />
  );
}

/** Does the page need the roll: is a teller still to be added? */
export function addsTeller(view: VoteView): boolean {
  return view.counting?.you.addTeller === true;
}
