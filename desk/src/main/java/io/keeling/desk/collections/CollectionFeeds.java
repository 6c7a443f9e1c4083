package io.keeling.desk.collections;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import io.javalin.http.Context;
import io.keeling.desk.articles.feed.AtomFeed;
import io.keeling.desk.articles.feed.JsonFeedDocument;
import io.keeling.desk.articles.feed.XmlText;
import io.keeling.desk.page.Services;
import io.keeling.desk.web.Conditional;
import io.keeling.desk.web.JsonAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * {@code GET /collections/{id}/feed.atom} and {@code feed.json}: the articles of a collection with
 * their notes, most recently added first, as Atom (RFC 4287) and JSON Feed (version 1.1). Feeds
 * name no account. Threads may share it.
 */
public final class CollectionFeeds {

  /**
   * Maximum number of entries in a feed: more than are added between two visits of a feed reader.
   */
  private static final int MOST = 100;

  private final Collections collections;
  private final String title;
  private final String baseUrl;

  public CollectionFeeds(Services services, Collections collections) {
    this.collections = collections;
    this.title = services.config().title();
    this.baseUrl = services.baseUrl();
  }

  public void atom(Context context) throws FeedException {
    Collection one = collections.find(context.pathParam("id"));
    String self = baseUrl + one.page() + "/feed.atom";
    Feed feed = new Feed("atom_1.0");
    feed.setId(self);
    feed.setTitle(XmlText.of(heading(one)));
    feed.setGenerator(AtomFeed.generator());
    feed.setUpdated(Date.from(one.changedAt()));
    feed.setAlternateLinks(List.of(AtomFeed.link("alternate", baseUrl + one.page(), "text/html")));
    feed.setOtherLinks(List.of(AtomFeed.link("self", self, "application/atom+xml")));
    feed.setEntries(articles(one).stream().map(this::entry).toList());
    Conditional.send(
        context,
        new WireFeedOutput().outputString(feed).getBytes(StandardCharsets.UTF_8),
        AtomFeed.TYPE);
  }

  private Entry entry(Collected one) {
    Collected.Headline article = one.article();
    Entry entry = new Entry();
    entry.setId(id(article));
    entry.setTitle(XmlText.of(article.title()));
    entry.setAlternateLinks(
        List.of(AtomFeed.link("alternate", XmlText.of(article.url()), "text/html")));
    entry.setOtherLinks(
        List.of(AtomFeed.link("related", baseUrl + "/articles/" + article.id(), "text/html")));
    entry.setPublished(Date.from(article.sortedAt()));
    entry.setUpdated(Date.from(changed(one)));
    entry.setAuthors(List.of(AtomFeed.person(article.outlet())));
    if (one.note() != null) {
      entry.setSummary(AtomFeed.text(one.noteText()));
    }
    return entry;
  }

  public void json(Context context) {
    Collection one = collections.find(context.pathParam("id"));
    JsonAnswer.send(
        context,
        new JsonFeedDocument(
            heading(one),
            baseUrl + one.page(),
            baseUrl + one.page() + "/feed.json",
            articles(one).stream().map(CollectionFeeds::item).toList()),
        JsonFeedDocument.MEDIA_TYPE,
        null);
  }

  private static JsonFeedDocument.Item item(Collected one) {
    Collected.Headline article = one.article();
    return new JsonFeedDocument.Item(
        id(article),
        article.url(),
        article.title(),
        one.noteText(),
        article.sortedAt(),
        changed(one),
        List.of(new JsonFeedDocument.Author(article.outlet())),
        List.of(),
        article.language().equals("und") ? "" : article.language());
  }

  private List<Collected> articles(Collection one) {
    return collections.articles(one.id(), 0, MOST);
  }

  private String heading(Collection one) {
    return one.name() + " – " + title;
  }

  private static String id(Collected.Headline article) {
    return "urn:keeling:article:" + article.id();
  }

  private static Instant changed(Collected one) {
    Collected.Note note = one.note();
    return note == null || note.at().isBefore(one.addedAt()) ? one.addedAt() : note.at();
  }
}
