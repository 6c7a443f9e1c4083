package io.keeling.feeds.feed;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import io.javalin.http.Context;
import io.keeling.contract.article.Article;
import io.keeling.feeds.label.Labels;
import io.keeling.feeds.messages.Messages;
import io.keeling.feeds.query.ArticleQuery;
import io.keeling.feeds.query.QueryString;
import io.keeling.feeds.store.ListedArticle;
import io.keeling.feeds.web.Conditional;
import io.keeling.feeds.web.Failure;
import io.keeling.feeds.web.QueryHandler.QueryAction;
import io.keeling.feeds.web.ReaderLanguage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /feed.atom}: the newest articles of a query as an Atom feed (RFC 4287), and {@code GET
 * /corrections.atom}: those of them that were corrected, the latest correction first, with what
 * changed. Threads may share it.
 */
public final class AtomFeed implements QueryAction {

  private static final String TYPE = "application/atom+xml; charset=utf-8";

  private final FeedSource source;
  private final @Nullable Corrections corrections;

  public AtomFeed(FeedSource source) {
    this(source, null);
  }

  private AtomFeed(FeedSource source, @Nullable Corrections corrections) {
    this.source = source;
    this.corrections = corrections;
  }

  /** The feed of corrections. */
  public AtomFeed of(Corrections wanted) {
    return new AtomFeed(source, wanted);
  }

  @Override
  public void answer(Context context, ArticleQuery query) throws FeedException {
    Optional<Messages> language = ReaderLanguage.ofProgram(context);
    if (language.isEmpty()) {
      source.answers().fail(context, ReaderLanguage.unknown());
      return;
    }
    Optional<ArticleQuery> wanted =
        corrections == null ? Optional.of(query) : corrections.of(query);
    if (wanted.isEmpty()) {
      source
          .answers()
          .fail(context, Failure.badParameter("q", "q has too many words for corrections"));
      return;
    }
    Labels spoken = source.labels().in(language.get());
    List<ListedArticle> items = source.articles().list(wanted.get()).items();
    String queryString =
        corrections == null ? FeedTitle.query(query) : QueryString.of(query.filters());
    String self =
        source.baseUrl()
            + (corrections == null ? "/feed.atom" : "/corrections.atom")
            + FeedTitle.in(language.get(), queryString);
    Feed feed = new Feed("atom_1.0");
    feed.setId(self);
    String heading = FeedTitle.of(source.title(), query.filters(), spoken, items);
    feed.setTitle(
        XmlText.of(
            corrections == null ? heading : language.get().of("diff.feed", "heading", heading)));
    feed.setGenerator(generator());
    Optional<Instant> stored = items.stream().map(ListedArticle::storedAt).max(Instant::compareTo);
    feed.setUpdated(Date.from(stored.orElse(Instant.EPOCH)));
    feed.setAlternateLinks(
        List.of(link("alternate", source.baseUrl() + FeedTitle.page(queryString), "text/html")));
    feed.setOtherLinks(List.of(link("self", self, "application/atom+xml")));
    feed.setEntries(items.stream().map(listed -> entry(listed, spoken)).toList());
    Conditional.send(
        context,
        new WireFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8),
        TYPE,
        stored.orElse(null));
  }

  private Entry entry(ListedArticle listed, Labels spoken) {
    Article article = listed.article().article();
    Entry entry = new Entry();
    entry.setId("urn:keeling:article:" + article.id());
    entry.setTitle(XmlText.of(article.title()));
    entry.setPublished(Date.from(listed.sortedAt()));
    entry.setUpdated(Date.from(listed.storedAt()));
    entry.setAlternateLinks(
        List.of(link("alternate", XmlText.of(article.canonicalUrl()), "text/html")));
    entry.setOtherLinks(
        List.of(link("related", source.baseUrl() + "/articles/" + article.id(), "text/html")));
    Content summary = new Content();
    summary.setType("text");
    summary.setValue(XmlText.of(listed.snippet().text()));
    entry.setSummary(summary);
    if (corrections != null) {
      correct(entry, corrections, article, spoken.messages());
    }
    entry.setAuthors(new ArrayList<>(authors(article)));
    entry.setCategories(
        listed.article().topics().stream()
            .map(t -> category(t.id(), spoken.topic(t.id())))
            .toList());
    return entry;
  }

  /**
   * Each correction is an entry of its own, so that readers show it though they know the article.
   */
  private void correct(Entry entry, Corrections corrected, Article article, Messages messages) {
    entry.setId("urn:keeling:article:" + article.id() + ":version:" + article.version());
    entry.setPublished(Date.from(article.fetchedAt()));
    entry.setUpdated(Date.from(article.fetchedAt()));
    entry.setOtherLinks(
        List.of(
            link(
                "related", source.baseUrl() + "/articles/" + article.id() + "/diff", "text/html")));
    Content line = new Content();
    line.setType("text");
    line.setValue(XmlText.of(corrected.line(article.id(), messages)));
    entry.setSummary(line);
  }

  /** Atom wants an author for every entry: the outlet, where no person is named. */
  private static List<Person> authors(Article article) {
    List<String> names =
        article.authors().isEmpty() ? List.of(article.source().name()) : article.authors();
    return names.stream()
        .map(
            name -> {
              Person person = new Person();
              person.setName(XmlText.of(name));
              return person;
            })
        .toList();
  }

  private static Category category(String term, String label) {
    Category category = new Category();
    category.setTerm(term);
    category.setLabel(label);
    return category;
  }

  private static Link link(String relation, String href, @Nullable String type) {
    Link link = new Link();
    link.setRel(relation);
    link.setHref(href);
    link.setType(type);
    return link;
  }

  private static Generator generator() {
    Generator generator = new Generator();
    generator.setValue("Keeling");
    return generator;
  }
}
