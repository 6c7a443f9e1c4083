package io.keeling.ingest.reader.metadata;

import io.keeling.contract.article.NewsDate;
import io.keeling.ingest.reader.outline.Block;
import io.keeling.ingest.reader.outline.Box;
import io.keeling.ingest.reader.outline.Mark;
import io.keeling.ingest.reader.outline.Marks;
import io.keeling.ingest.reader.structured.Thing;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects every date that a page gives for its publication. One instance serves one page. */
final class DateCandidates {

  /** News on the web; older dates are those the text speaks of. */
  private static final LocalDate EARLIEST = LocalDate.of(1995, 1, 1);

  private static final int DATE_LINE_WORDS = 30;

  private static final String[] PUBLISHED_METAS = {
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "dc.date.created",
    "dc:date",
    "dc.date.published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published_time",
    "publication_date",
    "publicationdate",
    "published-date",
    "article.published",
    "article:published",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "og:pubdate",
    "og:published_time",
    "og:publish_date",
    "rnews:datepublished",
    "originalpublicationdate",
    "datecreated",
    "creation_date",
    "created",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "displaydate",
    "ptime",
    "article.created",
    "bt:pubdate",
    "vr:published_time",
    "article:created_time",
    "pub_date",
    "published",
    "timestamp",
    "shareaholic:article_published_time",
    "twitter:date",
    "last-published",
    "date.created",
    "dcsext.articlefirstpublished",
    "gsa_date",
    "release_date"
  };

  private static final String[] MODIFIED_METAS = {
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "dc.date.modified",
    "modified_time",
    "article:updated",
    "article:modified",
    "revised",
    "modificationdate",
    "sailthru.updated",
    "lastmodified",
    "date.modified"
  };

  private final Evidence evidence;
  private final LocalDate latest;
  private final boolean monthFirst;
  private final List<DateCandidate> published = new ArrayList<>();
  private final List<DateCandidate> modified = new ArrayList<>();

  DateCandidates(Evidence evidence) {
    this.evidence = evidence;
    this.latest = LocalDate.ofInstant(evidence.fetchedAt(), ZoneOffset.UTC).plusDays(1);
    this.monthFirst = evidence.language().equals("en") && !isCommonwealth(evidence.url());
  }

  private static boolean isCommonwealth(@Nullable String url) {
    return url != null
        && url.matches("https?://[^/]+\\.(uk|au|nz|ie|in|za|eu|de|fr|ch|nl|be|it|es|ng|ke)(/.*)?");
  }

  List<DateCandidate> published() {
    return published;
  }

  List<DateCandidate> modified() {
    return modified;
  }

  DateCandidates collect(@Nullable Box headline) {
    Thing article = evidence.structured().article();
    if (article != null) {
      add(published, article.text("datePublished"), "json-ld:datePublished", "json-ld", 8.7);
      add(published, article.text("dateCreated"), "json-ld:dateCreated", "json-ld", 5);
      add(modified, article.text("dateModified"), "json-ld:dateModified", "json-ld", 8);
    }
    Thing page = evidence.structured().page();
    if (page != null) {
      add(published, page.text("datePublished"), "json-ld:WebPage.datePublished", "json-ld", 8.6);
      add(modified, page.text("dateModified"), "json-ld:WebPage.dateModified", "json-ld", 7);
    }
    for (String name : PUBLISHED_METAS) {
      double weight = name.startsWith("article:") ? 8.5 : 7.5;
      add(published, evidence.metas().first(name), "meta:" + name, "meta", weight);
    }
    for (String name : MODIFIED_METAS) {
      add(modified, evidence.metas().first(name), "meta:" + name, "meta", 6);
    }
    if (evidence.url() != null) {
      NewsDate date = UrlDate.in(evidence.url());
      if (date != null) {
        add(published, date, "url", "url", 8);
      }
    }
    items();
    times(headline);
    dateLines(headline);
    return this;
  }

  private void items() {
    for (Box box : evidence.outline().items()) {
      String property = box.element().attr("itemprop");
      if (property.contains("datePublished") || property.contains("dateCreated")) {
        add(published, machineValue(box), "microdata:" + property, "microdata", 8);
      } else if (property.contains("dateModified")) {
        add(modified, machineValue(box), "microdata:" + property, "microdata", 7);
      }
    }
  }

  private static String machineValue(Box box) {
    for (String key : List.of("content", "datetime", "title")) {
      String value = box.element().attr(key);
      if (!value.isBlank()) {
        return value;
      }
    }
    String text = box.element().text();
    return text.length() > 200 ? "" : text;
  }

  private void times(@Nullable Box headline) {
    int seen = 0;
    for (Box box : evidence.outline().times()) {
      if (seen > 20) {
        return;
      }
      if ((box.inherited() & Mark.set(Mark.COMMENTS, Mark.RELATED, Mark.NAVIGATION)) != 0) {
        continue;
      }
      boolean near = headline == null || Math.abs(box.order() - headline.order()) < 60;
      add(published, machineValue(box), "time-element", "time", near && seen == 0 ? 7 : 3);
      seen++;
    }
  }

  private void dateLines(@Nullable Box headline) {
    int taken = 0;
    for (Block block : evidence.outline().blocks()) {
      if (block.words() > DATE_LINE_WORDS || taken > 12) {
        continue;
      }
      boolean named = Mark.DATE.in(block.marks()) || Mark.BYLINE.in(block.marks());
      boolean near =
          headline != null
              && block.box().order() >= headline.order() - 15
              && block.box().order() <= headline.order() + 60;
      if ((!named && !near)
          || (block.marks() & (Marks.EXCLUDED | Mark.COMMENTS.bit() | Mark.RELATED.bit())) != 0) {
        continue;
      }
      NewsDate date = DateText.written(block.text(), monthFirst);
      if (date != null) {
        add(
            published,
            date,
            "date-line",
            "text",
            (named ? 2 : 0) + (near ? 4 : 0) + (taken == 0 ? 1 : 0));
        taken++;
      }
    }
  }

  private void add(
      List<DateCandidate> list,
      @Nullable String text,
      String origin,
      String witness,
      double weight) {
    if (text != null && !text.isBlank()) {
      NewsDate date = DateText.parse(text, monthFirst);
      if (date != null) {
        add(list, date, origin, witness, weight);
      }
    }
  }

  private void add(
      List<DateCandidate> list, NewsDate date, String origin, String witness, double weight) {
    if (!date.day().isBefore(EARLIEST) && !date.day().isAfter(latest)) {
      list.add(new DateCandidate(date, origin, witness, weight));
    }
  }
}
