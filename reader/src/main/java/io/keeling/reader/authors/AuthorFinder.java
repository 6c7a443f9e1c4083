package io.keeling.reader.authors;

import io.keeling.contract.article.ArticleLimits;
import io.keeling.reader.metadata.Chosen;
import io.keeling.reader.metadata.OutletNames;
import io.keeling.reader.metadata.PageEvidence;
import io.keeling.reader.outline.Block;
import io.keeling.reader.outline.Outline;
import io.keeling.reader.wording.Folded;
import io.keeling.reader.wording.WordList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the authors. Origins are tried in order of reliability, and the first that names people
 * wins. If none names a person, the agency, institution or desk of the byline is the author, but
 * never the outlet itself. Stateless.
 */
public final class AuthorFinder {

  /** Meta elements meant for services that count or cite authors, which makes them reliable. */
  private static final List<String> CAREFUL_METAS =
      List.copyOf(WordList.load("words/author-metas.txt"));

  /** Author meta elements that may name the maker of the site. */
  private static final List<String> OTHER_METAS =
      List.copyOf(WordList.load("words/other-author-metas.txt"));

  private static final String STRUCTURED = "json-ld:author";
  private static final int LEAST_SURNAME = 4;

  /** Maximum number of bylines read per origin: four for each author that is kept. */
  private static final int MOST_TEXTS = 4 * ArticleLimits.AUTHORS;

  /** Origins whose full name is used even if two earlier origins agree on a nickname. */
  private static final Set<String> STRONG =
      Set.of(STRUCTURED, "microdata:author", "rel-author", Bylines.TEXT);

  /** Extracts names from the text of a byline. */
  private interface NameReader {
    List<String> names(String byline, boolean trusted);
  }

  private final PageEvidence evidence;
  private final NameReader reader;
  private final boolean people;
  private final OutletNames outlet;
  private final String headline;

  private AuthorFinder(PageEvidence evidence, boolean people, @Nullable Block headline) {
    this.evidence = evidence;
    this.headline = headline == null ? "" : headline.folded();
    this.reader = people ? AuthorNames::in : CollectiveNames::in;
    this.people = people;
    this.outlet = new OutletNames(evidence);
  }

  public static Chosen<List<String>> find(PageEvidence evidence, @Nullable Block headline) {
    Chosen<List<String>> chosen = chosen(evidence, headline);
    return new Chosen<>(
        PageSpelling.of(chosen.value(), evidence.outline().blocks(), headline), chosen.origin());
  }

  /**
   * Tries the origins in order until one gives a full name. An earlier nickname is kept instead if
   * several origins agree on it. It is also kept if it is from a visible byline and the full name
   * is an unrelated one from a meta element.
   */
  private static Chosen<List<String>> chosen(PageEvidence evidence, @Nullable Block headline) {
    AuthorFinder finder = new AuthorFinder(evidence, true, headline);
    Chosen<List<String>> nickname = null;
    int repeated = 0;
    for (Supplier<@Nullable Chosen<List<String>>> origin : finder.origins(headline)) {
      Chosen<List<String>> answer = origin.get();
      if (answer == null) {
        continue;
      }
      if (answer.value().stream().anyMatch(AuthorFinder::isFull)) {
        boolean believed =
            repeated > 1
                && !STRONG.contains(answer.origin())
                && (nickname == null || !isSurnameAdded(nickname, answer));
        return believed || isSiteMaker(nickname, answer)
            ? orNone(nickname)
            : finder.completed(answer, headline);
      }
      nickname = nickname == null ? answer : nickname;
      repeated += folded(nickname.value()).equals(folded(answer.value())) ? 1 : 0;
    }
    return orNone(nickname);
  }

  /**
   * Returns the names that each origin gives, in the order in which origins are tried; null for an
   * origin that gives none. {@code bench/quality/authors_by_hosts.py} uses it to choose that order.
   */
  public static List<@Nullable Chosen<List<String>>> answers(
      PageEvidence evidence, @Nullable Block headline) {
    List<@Nullable Chosen<List<String>>> answers = new ArrayList<>();
    new AuthorFinder(evidence, true, headline)
        .origins(headline)
        .forEach(origin -> answers.add(origin.get()));
    return answers;
  }

  private List<Supplier<@Nullable Chosen<List<String>>>> origins(@Nullable Block headline) {
    AuthorBoxes boxes = new AuthorBoxes(evidence.outline(), headline);
    return List.of(
        this::structured,
        () -> metas(CAREFUL_METAS),
        () -> visible(boxes.marked()),
        () -> visible(Bylines.lines(evidence.outline(), headline)),
        this::labelled,
        () -> visible(boxes.near()),
        () -> chosen(DeclaredAuthors.ofPage(evidence), "json-ld:page-author", true),
        () -> metas(OTHER_METAS),
        () -> visible(NearbyNames.dated(evidence.outline(), headline)),
        () -> visible(boxes.named()),
        () -> visible(NearbyNames.separated(evidence.outline(), headline)),
        () -> visible(NearbyNames.users(evidence.outline(), headline)));
  }

  private static boolean isFull(String name) {
    int login = name.indexOf(" - ");
    return NameShape.isFullName(login < 0 ? name : name.substring(login + 3));
  }

  /**
   * Whether a visible byline gives a one-word name, and a meta element an unrelated name that may
   * be the site's maker.
   */
  private static boolean isSiteMaker(
      @Nullable Chosen<List<String>> handle, Chosen<List<String>> full) {
    return handle != null
        && handle.origin().equals(Bylines.TEXT)
        && full.origin().startsWith("meta:")
        && folded(full.value()).stream()
            .noneMatch(name -> folded(handle.value()).stream().anyMatch(name::contains));
  }

  /** Whether the full name is the nickname followed by a surname, and not only by initials. */
  private static boolean isSurnameAdded(Chosen<List<String>> handle, Chosen<List<String>> full) {
    String first = handle.value().get(0);
    String name = full.value().get(0);
    return name.startsWith(first + " ")
        && name.length() - first.length() > LEAST_SURNAME
        && NameShape.isFullName(name);
  }

  /** Returns the visible byline if it names all chosen authors and more, else the chosen ones. */
  private Chosen<List<String>> completed(Chosen<List<String>> chosen, @Nullable Block headline) {
    Chosen<List<String>> line = visible(Bylines.lines(evidence.outline(), headline));
    boolean declared = chosen.origin().equals(STRUCTURED);
    if (declared && line != null && folded(chosen.value()).containsAll(folded(line.value()))) {
      return new Chosen<>(
          OtherCredits.without(chosen.value(), evidence.outline(), headline), STRUCTURED);
    }
    return line != null
            && line.value().size() > chosen.value().size()
            && folded(line.value()).containsAll(folded(chosen.value()))
        ? line
        : chosen;
  }

  private static List<String> folded(List<String> names) {
    return names.stream().map(Folded::of).toList();
  }

  /** Returns the byline above a text without a headline, if the known authors are doubtful. */
  public static Chosen<List<String>> aboveText(
      PageEvidence evidence, Chosen<List<String>> known, List<Block> text) {
    boolean doubtful =
        OTHER_METAS.contains(known.origin().substring(known.origin().indexOf(':') + 1));
    Chosen<List<String>> line =
        doubtful
            ? new AuthorFinder(evidence, true, null)
                .visible(Bylines.above(evidence.outline(), text))
            : null;
    return line == null ? known : line;
  }

  /** Returns the authors of a page that names none near its headline or in its markup. */
  public static Chosen<List<String>> elsewhere(
      PageEvidence evidence, @Nullable Block headline, List<Block> text, String html) {
    AuthorFinder people = new AuthorFinder(evidence, true, headline);
    AuthorFinder desks = new AuthorFinder(evidence, false, headline);
    AuthorBoxes boxes = new AuthorBoxes(evidence.outline(), headline);
    Outline outline = evidence.outline();
    return orNone(
        first(
            List.of(
                () -> desks.agreed(Bylines.lines(outline, headline)),
                () -> people.visible(Bylines.aroundText(outline, text)),
                () ->
                    desks.chosen(
                        AgencySigns.atEndOf(text, desks.structured()), "brackets-at-end", true),
                desks::structured,
                () -> desks.metas(CAREFUL_METAS),
                () -> desks.visible(boxes.marked()),
                () -> desks.visible(Bylines.lines(outline, headline)),
                () -> desks.visible(boxes.named()),
                desks::labelled,
                () -> desks.visible(NearbyNames.desks(outline, headline)),
                () -> people.visible(NearbyNames.closing(outline, text)),
                () -> people.chosen(ScriptedAuthors.in(html), "script:author", false),
                () -> desks.metas(OTHER_METAS),
                () -> desks.visible(Bylines.aroundText(outline, text)),
                () ->
                    desks.chosen(
                        AgencySigns.belowHeadline(outline, headline),
                        "agency-below-headline",
                        true),
                () -> desks.chosen(AgencySigns.source(outline, text), "source-line", true),
                () -> desks.chosen(AgencySigns.dateline(text), "dateline", true),
                () -> desks.chosen(AgencySigns.atEnd(text), "brackets-at-end", true))));
  }

  private static @Nullable Chosen<List<String>> first(
      List<Supplier<Chosen<List<String>>>> origins) {
    return origins.stream().map(Supplier::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private static Chosen<List<String>> orNone(@Nullable Chosen<List<String>> chosen) {
    return chosen == null ? new Chosen<>(List.of(), "none") : chosen;
  }

  private @Nullable Chosen<List<String>> structured() {
    return chosen(DeclaredAuthors.structured(evidence, people), STRUCTURED, true);
  }

  /**
   * Returns the declared desk if a byline names it too. People named below the text are then the
   * desk's staff, not the authors.
   */
  private @Nullable Chosen<List<String>> agreed(List<Bylines.Byline> bylines) {
    Chosen<List<String>> declared = structured();
    return declared != null
            && bylines.stream()
                .flatMap(byline -> byline.texts().stream())
                .filter(BylinePrefix::hasPrefix)
                .map(text -> Folded.of(BylinePrefix.withoutPrefix(text)))
                .anyMatch(text -> text.startsWith(Folded.of(declared.value().get(0))))
        ? declared
        : null;
  }

  /**
   * Returns the authors of the first meta element that names any. Where it may name the maker of
   * the site, only people and names with a word such as "desk" are accepted.
   */
  private @Nullable Chosen<List<String>> metas(List<String> metas) {
    for (String meta : metas) {
      Chosen<List<String>> chosen =
          chosen(
              evidence.metas().all(meta).stream().map(DeclaredAuthors::plain).toList(),
              "meta:" + meta,
              people || metas != OTHER_METAS);
      if (chosen != null) {
        return chosen;
      }
    }
    return null;
  }

  /** Reads the author from the labelled fields of a social card: "Written by", then the name. */
  private @Nullable Chosen<List<String>> labelled() {
    String label = evidence.metas().first("twitter:label1");
    String value = evidence.metas().first("twitter:data1");
    return label != null && value != null && BylinePrefix.hasPrefix(label)
        ? chosen(List.of(DeclaredAuthors.plain(value)), "meta:twitter:data1", true)
        : null;
  }

  private @Nullable Chosen<List<String>> visible(List<Bylines.Byline> bylines) {
    for (Bylines.Byline byline : bylines) {
      Chosen<List<String>> chosen = chosen(byline.texts(), byline.origin(), byline.trusted());
      if (chosen != null) {
        return chosen;
      }
    }
    return null;
  }

  /** Whether an unmarked name is in the headline: the article is about that person. */
  private boolean isSubject(String name, String origin) {
    return NearbyNames.UNMARKED.contains(origin) && headline.contains(Folded.of(name));
  }

  /** Whether a text is one author's login and name, "marl - Marta Lindqvist", not two authors. */
  private boolean isLoginAndName(String text) {
    String[] parts = text.split(" - ", -1);
    return parts.length == 2
        && parts[0].indexOf(' ') < 0
        && NameShape.isNameOrHandle(parts[0])
        && !outlet.has(parts[0])
        && NameShape.isFullName(parts[1])
        && !outlet.has(parts[1]);
  }

  private @Nullable Chosen<List<String>> chosen(
      List<String> texts, String origin, boolean trusted) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> folded = new HashSet<>();
    for (String text : texts.subList(0, Math.min(texts.size(), MOST_TEXTS))) {
      if (outlet.has(text)) {
        continue;
      }
      boolean one = people && trusted && isLoginAndName(text);
      for (String name : one ? List.of(text) : reader.names(text, trusted)) {
        boolean accepted = !outlet.has(name) && !isSubject(name, origin);
        evidence.consider("authors", name, origin, accepted ? 1 : 0);
        if (accepted && folded.add(Folded.of(name))) {
          names.add(name);
        }
      }
    }
    return names.isEmpty() ? null : new Chosen<>(List.copyOf(names), origin);
  }
}
