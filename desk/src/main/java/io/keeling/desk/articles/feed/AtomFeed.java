package io.keeling.desk.articles.feed;

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
import io.keeling.desk.articles.store.ListedArticle;
import io.keeling.desk.label.Labels;
import io.keeling.desk.messages.Messages;
import io.keeling.desk.web.Conditional;
import io.keeling.desk.web.Failure;
import io.keeling.desk.web.QueryHandler.QueryAction;
import io.keeling.desk.web.ReaderLanguage;
import io.keeling.search.query.ArticleQuery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /feed.atom}: the articles of a query as an Atom feed (RFC 4287). Threads may share it.
 */
public class AtomFeed implements QueryAction {

  public static final String TYPE = "application/atom+xml; charset=utf-8";

  private final FeedSource source;

  public AtomFeed(FeedSource source) {
    this.source = source;
  }

  String path() {
    return "/feed.atom";
  }

  /** The query whose articles the feed lists; empty if the feed cannot serve it. */
  Optional<ArticleQuery> wanted(ArticleQuery query) {
    return Optional.of(query);
  }

  /** The query string in the feed's own address. */
  String queryString(ArticleQuery query) {
    return FeedTitle.query(query);
  }

  /** The feed's title, from the heading of the query. */
  String title(String heading, Messages messages) {
    return heading;
  }

  /** Adds the article's text to its entry. */
  void tell(Entry entry, ListedArticle listed, Messages messages) {
    Article article = listed.article().article();
    entry.setId("urn:keeling:article:" + article.id());
    entry.setPublished(Date.from(listed.sortedAt()));
    entry.setUpdated(Date.from(listed.storedAt()));
    entry.setOtherLinks(List.of(related("/articles/" + article.id())));
    entry.setSummary(text(listed.snippet().text()));
  }

  /** A link to a page of the desk. */
  final Link related(String page) {
    return link("related", source.baseUrl() + page, "text/html");
  }

  /** A text as plain content. */
  public static Content text(String value) {
    Content content = new Content();
    content.setType("text");
    content.setValue(XmlText.of(value));
    return content;
  }

  @Override
  public final void answer(Context context, ArticleQuery query) throws FeedException {
    Optional<Messages> language = ReaderLanguage.ofProgram(context);
    if (language.isEmpty()) {
      throw ReaderLanguage.unknown().exception();
    }
    Optional<ArticleQuery> wanted = wanted(query);
    if (wanted.isEmpty()) {
      throw Failure.badParameter("q", "q has too many words for corrections").exception();
    }
    Labels spoken = source.labels().in(language.get());
    List<ListedArticle> items = source.articles().list(wanted.get()).items();
    String queryString = queryString(query);
    String self = source.baseUrl() + path() + FeedTitle.in(language.get(), queryString);
    Feed feed = new Feed("atom_1.0");
    feed.setId(self);
    String heading = FeedTitle.of(source.title(), query.filters(), spoken, items);
    feed.setTitle(XmlText.of(title(heading, language.get())));
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
    entry.setTitle(XmlText.of(article.title()));
    entry.setAlternateLinks(
        List.of(link("alternate", XmlText.of(article.canonicalUrl()), "text/html")));
    tell(entry, listed, spoken.messages());
    entry.setAuthors(new ArrayList<>(authors(article)));
    entry.setCategories(
        listed.article().topics().stream()
            .map(t -> category(t.id(), spoken.topic(t.id())))
            .toList());
    return entry;
  }

  /** Every Atom entry needs an author: the outlet, if no person is named. */
  private static List<Person> authors(Article article) {
    List<String> names =
        article.authors().isEmpty() ? List.of(article.source().name()) : article.authors();
    return names.stream().map(AtomFeed::person).toList();
  }

  public static Person person(String name) {
    Person person = new Person();
    person.setName(XmlText.of(name));
    return person;
  }

  private static Category category(String term, String label) {
    Category category = new Category();
    category.setTerm(term);
    category.setLabel(label);
    return category;
  }

  public static Link link(String relation, String href, @Nullable String type) {
    Link link = new Link();
    link.setRel(relation);
    link.setHref(href);
    link.setType(type);
    return link;
  }

  public static Generator generator() {
    Generator generator = new Generator();
    generator.setValue("Keeling");
    return generator;
  }
}
