package io.keeling.feeds.page;

import io.keeling.contract.article.Article;
import io.keeling.contract.enriched.Name;
import io.keeling.contract.enriched.TopicGrade;
import io.keeling.feeds.label.Labels;
import io.keeling.feeds.query.Facet;
import io.keeling.feeds.query.Filters;
import io.keeling.feeds.query.QueryString;
import io.keeling.feeds.store.ListedArticle;
import io.keeling.feeds.text.Segment;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An article in the list as its template shows it. Immutable and safe to share between threads.
 *
 * @param href the article's page
 * @param original the publisher's page, none where its address is not one to follow
 * @param day the day it is listed under, in UTC
 * @param dateTime the moment for machines
 * @param grade climate grade for the style sheet
 * @param topics what it is about
 * @param mentioned what it speaks of besides
 * @param story link to the other tellings of the story, none where it stands alone
 */
public record ItemView(
    String href,
    @Nullable String original,
    List<Segment<Boolean>> title,
    List<Segment<Boolean>> snippet,
    Link source,
    LocalDate day,
    String date,
    String dateTime,
    String language,
    String languageCode,
    String grade,
    String gradeLabel,
    List<Link> topics,
    List<Link> mentioned,
    List<Link> names,
    String countries,
    boolean free,
    @Nullable Link story) {

  private static final int MOST_TOPICS = 3;
  private static final int MOST_NAMES = 4;
  private static final int MOST_COUNTRIES = 3;

  static ItemView of(ListedArticle listed, Labels labels) {
    Article article = listed.article().article();
    String grade = listed.article().climate().grade().name().toLowerCase(Locale.ROOT);
    LocalDate day = listed.sortedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    String published = Dates.published(article.publishedAt());
    return new ItemView(
        "/articles/" + article.id(),
        Link.external(article.canonicalUrl()),
        listed.title().segments(),
        listed.snippet().segments(),
        filter(Facet.SOURCE, article.source().domain(), article.source().name()),
        day,
        published.isEmpty() ? "Found " + Dates.moment(article.fetchedAt()) : published,
        article.publishedAt() == null
            ? article.fetchedAt().toString()
            : article.publishedAt().toString(),
        labels.language(article.language()),
        article.language(),
        grade,
        labels.climate(grade),
        topics(listed, TopicGrade.MAIN, labels),
        topics(listed, TopicGrade.MENTION, labels),
        // Two places may have one name; the filter is the same.
        listed.article().names().stream()
            .map(Name::canonical)
            .distinct()
            .limit(MOST_NAMES)
            .map(name -> filter(Facet.NAME, name, name))
            .toList(),
        String.join(
            ", ",
            listed.article().countries().stream()
                .limit(MOST_COUNTRIES)
                .map(c -> labels.country(c.code()))
                .toList()),
        article.free(),
        story(listed));
  }

  private static List<Link> topics(ListedArticle listed, TopicGrade grade, Labels labels) {
    return listed.article().topics().stream()
        .filter(topic -> topic.grade() == grade)
        .limit(MOST_TOPICS)
        .map(topic -> filter(Facet.TOPIC, topic.id(), labels.topics().of(topic.id())))
        .toList();
  }

  private static @Nullable Link story(ListedArticle listed) {
    var story = listed.article().story();
    if (story == null || story.outlets() < 2) {
      return null;
    }
    return filter(Facet.STORY, story.id(), "In " + story.outlets() + " outlets");
  }

  private static Link filter(Facet facet, String value, String label) {
    return new Link(label, "/" + QueryString.of(Filters.NONE.with(facet, List.of(value))), false);
  }
}
